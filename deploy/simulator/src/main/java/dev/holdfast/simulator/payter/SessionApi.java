package dev.holdfast.simulator.payter;

import static dev.holdfast.simulator.payter.Route.Operation.CANCEL;
import static dev.holdfast.simulator.payter.Route.Operation.COMMIT;
import static dev.holdfast.simulator.payter.Route.Operation.SESSION;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cloud's protocol for a session: commit it, cancel it, look it up. */
final class SessionApi {
  private final Clouds clouds;
  private final Callbacks callbacks;
  private final Dialects dialects;

  SessionApi(Clouds clouds, Callbacks callbacks, Dialects dialects) {
    this.clouds = clouds;
    this.callbacks = callbacks;
    this.dialects = dialects;
  }

  List<Route> routes() {
    return List.of(
        Route.cloud(COMMIT, "POST", "/sessions/{id}/commit", this::commit),
        Route.cloud(CANCEL, "POST", "/sessions/{id}/cancel", this::cancel),
        Route.cloud(SESSION, "GET", "/sessions/{id}", this::one),
        Route.cloud(SESSION, "GET", "/sessions", this::all));
  }

  private Answer commit(Call call) {
    long minorUnits = call.requiredNumber("commitAmount", 1, TerminalApi.HIGHEST_MINOR_UNITS);
    boolean overCommit = call.query("overCommit").map(SessionApi::isTrue).orElse(false);
    return finish(call, new Order.Commit(minorUnits, overCommit));
  }

  private static boolean isTrue(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refused.badInput("overCommit must be true or false.");
    };
  }

  private Answer cancel(Call call) {
    return finish(call, new Order.Cancel());
  }

  private Answer finish(Call call, Order order) {
    Clouds.Place place = call.place();
    String id = call.path("id");
    return clouds.with(
        place,
        terminal -> {
          CardSession session = find(terminal, id);
          if (session.state() != CardSession.State.AUTHORIZED) {
            throw Refused.conflict("FINAL", "The session is already " + session.state() + ".");
          }
          clouds.record(decide(place, terminal, session, order));
          return Answer.ok(view(place, find(terminal, id)));
        });
  }

  private Fact decide(Clouds.Place place, Terminal terminal, CardSession session, Order order) {
    Fact.Where here = clouds.here(place);
    String id = session.names().sessionId();
    if (!terminal.settings().online()) {
      return new Fact.Accepted(here, id, order);
    }
    Refused refusal = session.refusalOf(order, here.at());
    if (refusal != null) {
      throw refusal.withStatus(dialects.of(place).commitRefusalStatus());
    }
    return carriedOut(here, id, order);
  }

  /** Carries out what was accepted while the terminal was offline. */
  void sendWaiting(Clouds.Place place, Terminal terminal) {
    for (CardSession session : terminal.waitingSessions()) {
      Order order = session.waiting();
      if (order != null) {
        Fact.Where here = clouds.here(place);
        String id = session.names().sessionId();
        Refused refusal = session.refusalOf(order, here.at());
        clouds.record(
            refusal == null
                ? carriedOut(here, id, order)
                : new Fact.RefusedLater(here, id, refusal.code()));
        tell(place, find(terminal, id));
      }
    }
  }

  private void tell(Clouds.Place place, CardSession session) {
    callbacks.send(place, session.opening().callbackUrl(), new Callback.SessionUpdated(session));
  }

  private static Fact carriedOut(Fact.Where here, String id, Order order) {
    return switch (order) {
      case Order.Commit commit -> new Fact.Committed(here, id, commit.minorUnits());
      case Order.Cancel _ -> new Fact.Cancelled(here, id);
    };
  }

  private Answer one(Call call) {
    Clouds.Place place = call.place();
    return clouds.with(place, terminal -> Answer.ok(view(place, find(terminal, call.path("id")))));
  }

  /** All sessions of the terminal, whoever opened them. */
  private Answer all(Call call) {
    Clouds.Place place = call.place();
    Optional<String> reference =
        call.query("reference").filter(_ -> dialects.of(place).honoursReference());
    return clouds.with(
        place,
        terminal ->
            Answer.ok(
                terminal.sessions().stream()
                    .filter(
                        session -> reference.map(session.names().reference()::equals).orElse(true))
                    .map(session -> view(place, session))
                    .toList()));
  }

  private Map<String, Object> view(Clouds.Place place, CardSession session) {
    return SessionView.of(place.serial(), session, dialects.of(place));
  }

  static CardSession find(Terminal terminal, String id) {
    return terminal
        .session(id)
        .orElseThrow(() -> Refused.notFound("The terminal has no session " + id + "."));
  }
}
