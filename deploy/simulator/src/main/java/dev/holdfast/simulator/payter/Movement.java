package dev.holdfast.simulator.payter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One line of the cloud's own journal: money that was reserved, taken, given back or paid back. */
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
    /** What was reserved and not taken is free again. */
    GIVEN_BACK,
    /** What was taken went back, under the refund's own reference. */
    PAID_BACK
  }

  /** The movements that a fact stands for; the terminal has already taken the fact in. */
  static List<Movement> of(Fact fact, Terminal terminal) {
    return switch (fact) {
      case Fact.Authorized granted ->
          of(fact, terminal, granted.names(), Kind.RESERVED, granted.minorUnits()).toList();
      case Fact.AuthorizedForOthers others -> of(others.granted(), terminal);
      case Fact.Committed committed -> {
        Opening opening = opening(terminal, committed.sessionId());
        long rest = opening.authorizedAmount() - committed.minorUnits();
        yield Stream.concat(
                of(fact, terminal, opening.names(), Kind.TAKEN, committed.minorUnits()),
                of(fact, terminal, opening.names(), Kind.GIVEN_BACK, rest))
            .toList();
      }
      case Fact.Cancelled cancelled -> {
        Opening opening = opening(terminal, cancelled.sessionId());
        yield of(fact, terminal, opening.names(), Kind.GIVEN_BACK, opening.authorizedAmount())
            .toList();
      }
      case Fact.Refunded refunded -> {
        Refund refund = refunded.refund();
        Fact.Names names = new Fact.Names(refunded.sessionId(), refund.reference());
        yield of(fact, terminal, names, Kind.PAID_BACK, refund.amount()).toList();
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

  private static Opening opening(Terminal terminal, String sessionId) {
    return terminal.session(sessionId).orElseThrow().opening();
  }

  private static Stream<Movement> of(
      Fact fact, Terminal terminal, Fact.Names names, Kind kind, long minorUnits) {
    Fact.Where where = fact.where();
    return minorUnits <= 0
        ? Stream.empty()
        : Stream.of(
            new Movement(
                where.at(),
                where.cloud(),
                where.serial(),
                names.sessionId(),
                names.reference(),
                kind,
                minorUnits,
                terminal.settings().currency()));
  }
}
