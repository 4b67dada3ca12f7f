package dev.holdfast.simulator.payter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The cloud's protocol for asking the bank to hold money on the card that was read. */
final class AuthorizeApi {
  private static final int LONGEST_REFERENCE = 64;

  private final Clouds clouds;

  AuthorizeApi(Clouds clouds) {
    this.clouds = clouds;
  }

  List<Route> routes() {
    return List.of(Route.cloud(Route.Operation.AUTHORIZE, "POST", "/authorize", this::authorize));
  }

  private Answer authorize(Call call) {
    Clouds.Place place = call.place();
    String reference = reference(call);
    return clouds.with(
        place,
        terminal -> {
          if (terminal.sessionOf(reference).isEmpty()) {
            askBank(place, terminal, reference);
          }
          return outcome(terminal.sessionOf(reference).orElseThrow());
        });
  }

  /** The caller's name for what shall happen once. */
  static String reference(Call call) {
    String reference = call.requiredQuery("reference");
    if (reference.length() > LONGEST_REFERENCE) {
      throw Refused.badInput("reference has at most " + LONGEST_REFERENCE + " characters.");
    }
    return reference;
  }

  private void askBank(Clouds.Place place, Terminal terminal, String reference) {
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
  }

  private static Answer outcome(CardSession session) {
    Opening opening = session.opening();
    if (session.state() == CardSession.State.DECLINED) {
      throw Refused.byBank(opening.card().declineCode(), "The card holder's bank declined.");
    }
    return Answer.ok(
        new AuthorizedView(
            opening.names().sessionId(),
            opening.authorizedAmount(),
            opening.card().scheme(),
            opening.card().maskedNumber(),
            opening.authorizationCode(),
            String.valueOf(opening.expiresAt())));
  }

  private record AuthorizedView(
      String sessionId,
      long authorizedAmount,
      String scheme,
      String maskedCardNumber,
      String authorizationCode,
      String expiresAt) {}
}
