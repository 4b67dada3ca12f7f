package dev.holdfast.infrastructure.payter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One line of the cloud's own journal: money that was reserved, taken or given back. */
record Movement(
    Instant at,
    Cloud cloud,
    String serial,
    String sessionId,
    String reference,
    Kind kind,
    long minorUnits,
    String currency) {

  enum Kind {
    RESERVED,
    TAKEN,
    GIVEN_BACK
  }

  /** The movements that a fact stands for; the terminal has already taken the fact in. */
  static List<Movement> of(Fact fact, Terminal terminal) {
    return switch (fact) {
      case Fact.Authorized granted ->
          of(fact, terminal, granted.names().sessionId(), Kind.RESERVED, granted.minorUnits())
              .toList();
      case Fact.Committed committed -> {
        String id = committed.sessionId();
        long rest = hold(terminal, id) - committed.minorUnits();
        yield Stream.concat(
                of(fact, terminal, id, Kind.TAKEN, committed.minorUnits()),
                of(fact, terminal, id, Kind.GIVEN_BACK, rest))
            .toList();
      }
      case Fact.Cancelled cancelled -> {
        String id = cancelled.sessionId();
        yield of(fact, terminal, id, Kind.GIVEN_BACK, hold(terminal, id)).toList();
      }
      case Fact.SetUp _,
          Fact.Tapped _,
          Fact.Started _,
          Fact.CardRead _,
          Fact.Stopped _,
          Fact.Declined _,
          Fact.Accepted _,
          Fact.RefusedLater _ ->
          List.of();
    };
  }

  /** True for the payment itself and for the attempts named after it ({@code payment:kind:1}). */
  boolean belongsTo(String payment) {
    return reference.equals(payment) || reference.startsWith(payment + ":");
  }

  /** The payment that an attempt is named after. */
  static String payment(String reference) {
    int colon = reference.indexOf(':');
    return colon < 0 ? reference : reference.substring(0, colon);
  }

  private static long hold(Terminal terminal, String sessionId) {
    return terminal.session(sessionId).orElseThrow().authorizedAmount();
  }

  private static Stream<Movement> of(
      Fact fact, Terminal terminal, String sessionId, Kind kind, long minorUnits) {
    Fact.Where where = fact.where();
    String reference = terminal.session(sessionId).orElseThrow().names().reference();
    return minorUnits <= 0
        ? Stream.empty()
        : Stream.of(
            new Movement(
                where.at(),
                where.cloud(),
                where.serial(),
                sessionId,
                reference,
                kind,
                minorUnits,
                terminal.settings().currency()));
  }
}
