package dev.holdfast.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what drivers, platform, gateway and services know of payments against each other. */
final class Findings {
  private final Facts facts;
  private final List<Struck> struck;
  private final Map<String, Payment> told;
  private final List<Difference> all = new ArrayList<>();

  private Findings(Facts facts, Collection<Payment> payments, List<Struck> struck) {
    this.facts = facts;
    this.struck = struck;
    this.told = Payment.byReference(payments);
  }

  /** Everything that is not as it must be. */
  static List<Difference> of(Facts facts, Collection<Payment> payments, List<Struck> struck) {
    Findings findings = new Findings(facts, payments, struck);
    findings.everyPayment();
    for (String parked : facts.parked()) {
      findings.all.add(new Difference(Check.PARKED, "a record", parked, Set.of()));
    }
    for (String invariant : facts.broken()) {
      findings.all.add(new Difference(Check.INVARIANT_BROKEN, "the ledger", invariant, Set.of()));
    }
    return findings.all;
  }

  private void everyPayment() {
    Set<String> references = facts.references();
    references.addAll(told.keySet());
    for (String reference : references) {
      boolean asksAPerson = asksAPerson(reference);
      money(reference);
      hold(reference, asksAPerson);
      Payment payment = told.get(reference);
      if (payment != null && payment.isClosed()) {
        session(reference, payment, asksAPerson);
      }
    }
  }

  private void money(String reference) {
    Moves moves = facts.moves(reference);
    long booked = facts.ledger().receivable().getOrDefault(reference, 0L);
    if (moves.taken() != booked) {
      add(
          Check.LEDGER_DIFFERS,
          reference,
          "gateway took %d, ledger has %d".formatted(moves.taken(), booked));
    }
    if (moves.timesTaken() > 1) {
      add(Check.TAKEN_TWICE, reference, "taken %d times".formatted(moves.timesTaken()));
    }
    String doubled = facts.ledger().doubled().get(reference);
    if (doubled != null) {
      add(Check.BOOKED_TWICE, reference, doubled);
    }
    Payment payment = told.get(reference);
    if (moves.timesTaken() > 0 && (payment == null || payment.closes().isEmpty())) {
      add(Check.TAKEN_UNASKED, reference, "taken %d".formatted(moves.taken()));
    }
  }

  private void hold(String reference, boolean asksAPerson) {
    long standing = facts.moves(reference).standing();
    if (standing > 0 && !asksAPerson) {
      add(Check.HOLD_LEFT, reference, "reserved %d".formatted(standing));
    }
    Hold hold = facts.holds().get(reference);
    if (hold == null) {
      if (told.containsKey(reference)) {
        add(Check.REFERENCE_LOST, reference, "told");
      }
      return;
    }
    boolean mustEnd = told.containsKey(reference) && !asksAPerson;
    if (hold.isUnderWay() || (mustEnd && !hold.hasEnded())) {
      add(Check.WITHOUT_END, reference, "authorization");
    }
    if (!hold.attention().isEmpty()) {
      add(Check.NEEDS_A_PERSON, reference, hold.attention());
    }
  }

  /** What the platform closed, and the broker acknowledged. */
  private void session(String reference, Payment payment, boolean asksAPerson) {
    Map<String, String> settlement = facts.settlement(reference);
    String status = settlement.getOrDefault("status", "missing");
    if (!status.equals("SETTLED") && !asksAPerson) {
      add(
          Check.CLOSE_LOST,
          reference,
          "settlement %s %s".formatted(status, settlement.getOrDefault("reason", "")).strip());
    }
    List<Long> right = payment.plan().endsWith(payment.terminal().bank());
    boolean waits = asksAPerson && facts.moves(reference).timesTaken() == 0;
    if (!waits && !right.contains(facts.moves(reference).taken())) {
      add(
          Check.WRONG_AMOUNT,
          reference,
          "taken %d, right is %s; settlement %s %s"
              .formatted(
                  facts.moves(reference).taken(),
                  right,
                  status,
                  settlement.getOrDefault("outcome", ""))
              .strip());
    }
  }

  /** Two totals under one revision: whatever was done until both were known stays so. */
  private boolean asksAPerson(String reference) {
    Payment payment = told.get(reference);
    Map<String, String> settlement = facts.settlement(reference);
    return payment != null
        && payment.plan().ending() == Plan.Ending.CONTRADICTED
        && settlement.getOrDefault("status", "").equals("ATTENTION")
        && settlement.getOrDefault("reason", "").startsWith("CONFLICTING_CLOSE");
  }

  private void add(Check check, String reference, String seen) {
    Payment payment = told.get(reference);
    String told = payment == null ? "NOTHING" : payment.toldStatus();
    Hold hold = facts.holds().get(reference);
    String row = hold == null ? "none" : hold.toString();
    String words = "%s; row %s; driver told %s".formatted(seen, row, told);
    all.add(new Difference(check, reference, words, cellsAt(reference)));
  }

  private Set<Cell> cellsAt(String reference) {
    Payment payment = told.get(reference);
    Instant from = payment == null ? tapOf(reference) : payment.askedAt();
    return Struck.cells(struck, from, payment == null ? from : payment.lastActAt());
  }

  /** A reference is a UUIDv7: it begins with the milliseconds of its tap. */
  private static Instant tapOf(String reference) {
    return Instant.ofEpochMilli(Long.parseLong(reference.replace("-", "").substring(0, 12), 16));
  }
}
