package dev.holdfast.simulator.payter;

import static dev.holdfast.simulator.payter.Route.Operation.CARD;
import static dev.holdfast.simulator.payter.Route.Operation.START;
import static dev.holdfast.simulator.payter.Route.Operation.STOP;
import static dev.holdfast.simulator.payter.Route.Operation.TERMINAL;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The cloud's protocol for a terminal: look at it, start it, read a card, stop. */
final class TerminalApi {
  static final long HIGHEST_MINOR_UNITS = 1_000_000_000_000L;
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final Clouds clouds;
  private final Callbacks callbacks;
  private final Dialects dialects;

  TerminalApi(Clouds clouds, Callbacks callbacks, Dialects dialects) {
    this.clouds = clouds;
    this.callbacks = callbacks;
    this.dialects = dialects;
  }

  List<Route> routes() {
    return List.of(
        Route.cloud(TERMINAL, "GET", "", this::terminal),
        Route.cloud(START, "POST", "/start", this::start),
        Route.cloud(CARD, "GET", "/card", this::card),
        Route.cloud(STOP, "POST", "/stop", this::stop));
  }

  private Answer terminal(Call call) {
    Clouds.Place place = call.place();
    return clouds.with(
        place,
        terminal -> {
          TerminalSettings now = terminal.settings();
          return Answer.ok(
              new TerminalView(
                  place.serial(),
                  now.online(),
                  state(place, terminal),
                  now.activated(),
                  now.configured(),
                  now.currency()));
        });
  }

  /** A {@code uiMessage} is taken and shown nowhere: the terminal has no display. */
  private Answer start(Call call) {
    Clouds.Place place = call.place();
    long minorUnits = call.requiredNumber("authorizedAmount", 1, HIGHEST_MINOR_UNITS);
    CallbackUrl callbackUrl = call.query("callbackUrl").map(CallbackUrl::of).orElse(null);
    return clouds.with(
        place,
        terminal -> {
          if (!terminal.settings().online() || terminal.state() != TerminalState.IDLE) {
            throw Refused.conflict(
                "NOT_READY",
                "A start needs the terminal online and IDLE; it is %s and %s."
                    .formatted(
                        terminal.settings().online() ? "online" : "offline",
                        state(place, terminal)));
          }
          clouds.record(
              new Fact.Started(clouds.here(place), minorUnits, callbackUrl, paymentMethods(call)));
          readWaitingCard(place, terminal);
          return done(place, terminal);
        });
  }

  private List<String> paymentMethods(Call call) {
    return dialects.of(call.place()).readsPaymentMethods()
        ? call.queries("supportedPaymentMethods")
        : List.of();
  }

  /** A card that is held to a terminal which reads cards is read. */
  void readWaitingCard(Clouds.Place place, Terminal terminal) {
    terminal
        .nextCard()
        .ifPresent(card -> {
          String cardId =
              Objects.requireNonNullElseGet(card.cardId(), () -> "card-" + UUID.randomUUID());
          clouds.record(new Fact.CardRead(clouds.here(place), cardId));
          callbacks.send(place, terminal.callbackUrl(), new Callback.CardRead(cardId, card));
        });
  }

  private Answer card(Call call) {
    Clouds.Place place = call.place();
    long seconds =
        call.number("waitTime", call.query("waitTime").orElse("0"), 0, LONGEST_WAIT_SECONDS);
    clouds.await(place, terminal -> terminal.readCard().isPresent(), Duration.ofSeconds(seconds));
    return clouds.with(
        place,
        terminal ->
            terminal
                .readCard()
                .map(read ->
                    Answer.ok(
                        CardView.of(
                            place.serial(), read.cardId(), read.card(), dialects.of(place))))
                .orElseGet(Answer::nothing));
  }

  private Answer stop(Call call) {
    Clouds.Place place = call.place();
    return clouds.with(
        place,
        terminal -> {
          clouds.record(new Fact.Stopped(clouds.here(place)));
          return done(place, terminal);
        });
  }

  private Answer done(Clouds.Place place, Terminal terminal) {
    return dialects.of(place).startStopAnswersNothing()
        ? Answer.nothing()
        : Answer.ok(new StateView(place.serial(), state(place, terminal)));
  }

  private String state(Clouds.Place place, Terminal terminal) {
    return dialects.of(place).states().of(terminal.state());
  }

  private record TerminalView(
      String serialNumber,
      boolean online,
      String state,
      boolean activated,
      boolean configured,
      String currency) {}

  private record StateView(String serialNumber, String state) {}
}
