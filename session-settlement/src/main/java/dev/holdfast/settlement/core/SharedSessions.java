package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds sessions that two payments of a CPO would be billed for: each is taken once, unasked. */
public final class SharedSessions {
  private SharedSessions() {}

  /** A session that one payment of a CPO has taken, and no other can. */
  public record Claim(String cpoId, String sessionId) {}

  /** What a settlement takes: the session that it has a price and a hold for. */
  public static Optional<Claim> of(@Nullable Settlement settlement) {
    Hold hold = settlement == null ? null : settlement.hold();
    Session session = settlement == null ? null : settlement.session();
    return hold == null || session == null || isElsewhere(session) || isFree(session)
        ? Optional.empty()
        : Optional.of(new Claim(hold.grant().cpoId(), session.current()));
  }

  /** What these decisions take that was not taken by their payment before; who was first has it. */
  public static Map<Claim, Reference> fresh(
      Map<Reference, Settlement> before, List<Decision> decisions) {
    var fresh = new LinkedHashMap<Claim, Reference>();
    claims(before, decisions)
        .forEach(
            (reference, claims) -> claims.forEach(claim -> fresh.putIfAbsent(claim, reference)));
    return fresh;
  }

  /**
   * What must be said to payments, before all else, whose session another has taken.
   *
   * @param owners who has taken which session
   */
  public static List<Command> elsewhere(
      Map<Reference, Settlement> before, List<Decision> decisions, Map<Claim, Reference> owners) {
    var elsewhere = new ArrayList<Command>();
    claims(before, decisions)
        .forEach((reference, claims) ->
            claims.forEach(claim -> {
              Reference owner = owners.getOrDefault(claim, reference);
              if (!owner.equals(reference)) {
                elsewhere.add(new Command.SessionElsewhere(reference, claim.sessionId(), owner));
              }
            }));
    return elsewhere;
  }

  private static Map<Reference, List<Claim>> claims(
      Map<Reference, Settlement> before, List<Decision> decisions) {
    var claims = new LinkedHashMap<Reference, List<Claim>>();
    for (Decision decision : decisions) {
      Reference reference = decision.after().reference();
      Optional<Claim> known = of(before.get(reference));
      of(decision.after())
          .filter(claim -> !known.equals(Optional.of(claim)))
          .ifPresent(claim -> claims.computeIfAbsent(reference, _ -> new ArrayList<>()).add(claim));
    }
    return claims;
  }

  private static boolean isElsewhere(Session session) {
    return session.disputes().stream().anyMatch(each -> each.elsewhere() != null);
  }

  /** One that never had a price takes nothing from any other. */
  private static boolean isFree(Session session) {
    return session.closes().stream().noneMatch(close -> close.total().isPositive());
  }
}
