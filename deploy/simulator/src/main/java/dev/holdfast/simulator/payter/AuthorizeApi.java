package dev.holdfast.simulator.payter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cloud's protocol for asking the bank to hold money on the card that was read. */
final class AuthorizeApi {
  private static final int LONGEST_REFERENCE = 64;

  private final Clouds clouds;
  private final Dialects dialects;

  AuthorizeApi(Clouds clouds, Dialects dialects) {
    this.clouds = clouds;
    this.dialects = dialects;
  }

  List<Route> routes() {
    return List.of(Route.cloud(Route.Operation.AUTHORIZE, "POST", "/authorize", this::authorize));
  }

  /** The card is the one that the terminal has read by now, whoever was meant. */
  private Answer authorize(Call call) {
    Clouds.Place place = call.place();
    // Where the cloud does nothing with it, the journal still names a call as its caller did.
    String reference = checked(call.query("reference").orElse(""));
    Dialect dialect = dialects.of(place);
    return clouds.with(
        place,
        terminal -> {
          CardSession session =
              (dialect.honoursReference()
                      ? terminal.sessionOf(reference)
                      : Optional.<CardSession>empty())
                  .orElseGet(() -> askBank(place, terminal, reference));
          return outcome(place, session, dialect);
        });
  }

  /** The caller's name for what shall happen once. */
  static String checked(String reference) {
    if (reference.length() > LONGEST_REFERENCE) {
      throw Refused.badInput("reference has at most " + LONGEST_REFERENCE + " characters.");
    }
    return reference;
  }

  private CardSession askBank(Clouds.Place place, Terminal terminal, String reference) {
    Card card =
        terminal
            .readCard()
            .orElseThrow(() -> Refused.conflict("NO_CARD", "The terminal has read no card."))
            .card();
    Fact.Where here = clouds.here(place);
    String id = UUID.randomUUID().toString();
    Fact.Names names = new Fact.Names(id, reference);
    long granted = card.grantedHold(terminal.startedMinorUnits());
    Instant expiresAt = here.at().plusSeconds(card.validForSeconds());
    clouds.record(
        granted == 0
            ? new Fact.Declined(here, names)
            : new Fact.Authorized(here, names, granted, id.substring(0, 6), expiresAt));
    return SessionApi.find(terminal, id);
  }

  private static Answer outcome(Clouds.Place place, CardSession session, Dialect dialect) {
    if (session.state() == CardSession.State.DECLINED && !dialect.declineIsAnAnswer()) {
      throw Refused.byBank(
              session.opening().card().declineCode(), "The card holder's bank declined.")
          .withStatus(dialect.declineStatus());
    }
    return Answer.ok(SessionView.of(place.serial(), session, dialect));
  }
}
