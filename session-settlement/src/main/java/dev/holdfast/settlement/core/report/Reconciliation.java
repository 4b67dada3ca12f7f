package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.Verdict.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Holds the lines of one report against what is known here, in their order. */
public final class Reconciliation {
  private final Set<Movement.Id> told = new HashSet<>();
  private final Map<Payout, Money> paid = new HashMap<>();
  private final List<FileLine.Parsed> payouts = new ArrayList<>();

  /**
   * What became of a line, or of a movement that has none.
   *
   * @param line null where the report does not name the movement
   * @param said null where the line could not be understood, or is missing
   */
  public record Reconciled(@Nullable Integer line, @Nullable ReportLine said, Verdict verdict) {
    /** A movement that the report does not name, though it covers its time. */
    public static Reconciled missingThere(Movement movement) {
      return new Reconciled(
          null,
          null,
          new Verdict(
              Result.MISSING_THERE,
              movement,
              "the report does not name it: look in the next one, then ask the gateway"));
    }

    /**
     * What is booked for it, unless it is booked already: nothing but for what agrees. One that was
     * named before may be paid out only now.
     */
    public List<JournalEntry> entries() {
      Movement movement = verdict.movement();
      if (said == null || movement == null) {
        return List.of();
      }
      return switch (verdict.result()) {
        case MATCHED -> Remittance.entries(said, movement);
        case DUPLICATE ->
            said.hasAmountOf(movement) ? Remittance.payout(said, movement) : List.of();
        case AMOUNT_DIFFERS, MISSING_HERE, MISSING_THERE, BROKEN -> List.of();
      };
    }
  }

  /** From the earliest to the latest time that the lines of a currency tell of, both inclusive. */
  public record Covered(String currency, Instant from, Instant to) {
    private Covered and(Covered other) {
      return new Covered(
          currency,
          from.isBefore(other.from) ? from : other.from,
          to.isAfter(other.to) ? to : other.to);
    }
  }

  /** What a report covers, each currency by itself; lines without a time cover nothing. */
  public static Collection<Covered> covered(List<FileLine> lines) {
    var covered = new TreeMap<String, Covered>();
    for (FileLine read : lines) {
      if (read instanceof FileLine.Parsed(int _, ReportLine said) && said.at() != null) {
        String currency = said.amounts().gross().getCurrencyUnit().getCode();
        covered.merge(currency, new Covered(currency, said.at(), said.at()), Covered::and);
      }
    }
    return covered.values();
  }

  private record Payout(@Nullable String name, CurrencyUnit currency) {}

  /**
   * The next lines; transfers to the bank wait until all lines are known that they are made of.
   *
   * @param known movements of any name that these lines have
   * @param reportedBefore which of them agreed with a line of an earlier report
   */
  public List<Reconciled> judge(
      List<FileLine> lines, Collection<Movement> known, Collection<Movement.Id> reportedBefore) {
    told.addAll(reportedBefore);
    var judged = new ArrayList<Reconciled>();
    for (FileLine read : lines) {
      switch (read) {
        case FileLine.Broken(int line, String remedy) ->
            judged.add(new Reconciled(line, null, new Verdict(Result.BROKEN, null, remedy)));
        case FileLine.Parsed(int line, ReportLine said) when said.kind() == Kind.PAYOUT ->
            payouts.add(new FileLine.Parsed(line, said));
        case FileLine.Parsed(int line, ReportLine said) ->
            judged.add(new Reconciled(line, said, judge(said, known)));
      }
    }
    return judged;
  }

  private Verdict judge(ReportLine said, Collection<Movement> known) {
    paid.merge(
        new Payout(said.payout(), said.amounts().gross().getCurrencyUnit()),
        said.amounts().net(),
        Money::plus);
    Verdict verdict = said.judge(known, told);
    if (verdict.movement() != null) {
      told.add(verdict.movement().id());
    }
    return verdict;
  }

  /** The transfers to the bank, each held against the lines that are part of it. */
  public List<Reconciled> payouts() {
    return payouts.stream()
        .map(read -> new Reconciled(read.line(), read.said(), judgePayout(read.said())))
        .toList();
  }

  private Verdict judgePayout(ReportLine said) {
    CurrencyUnit currency = said.amounts().gross().getCurrencyUnit();
    Money sum = paid.get(new Payout(said.payout(), currency));
    return said.judgePayout(sum == null ? Money.zero(currency) : sum);
  }
}
