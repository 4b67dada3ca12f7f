package dev.holdfast.settlement.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Any order of any history ends in one state and one journal, and its balances are right. */
class HistoriesTest {
  private static final long HISTORIES = 100_000;

  @Test
  void endInOneStateAndOneJournal() {
    var broken =
        LongStream.range(0, HISTORIES)
            .parallel()
            .filter(seed -> fault(History.of(seed)).isPresent())
            .findFirst();
    assertThat(broken)
        .as(() -> broken.isPresent() ? told(History.of(broken.getAsLong())) : "all")
        .isEmpty();
  }

  /** The histories are no use unless they come to all that they are about. */
  @Test
  void comeToWhatTheyAreAbout() {
    List<String> ends =
        LongStream.range(0, 3000)
            .mapToObj(History::of)
            .flatMap(history -> end(history).stream())
            .toList();
    assertThat(ends)
        .contains(
            "AWAITING_SESSION",
            "AWAITING_HOLD",
            "DECIDED",
            "CORRECTING",
            "SETTLED written off",
            "SETTLED short",
            "SETTLED",
            "REFUND_CUT_SHORT",
            "REFUND_NOT_ASKED",
            "CURRENCY_MISMATCH",
            "NO_AUTHORIZATION",
            "GOODWILL_WAITS",
            "SETTLED with goodwill");
  }

  private static Optional<String> end(History history) {
    Run run = new Run();
    history.chapters().stream().flatMap(History.Chapter::told).forEach(run::hear);
    return run.changes().isEmpty()
        ? Optional.empty()
        : Optional.of(
            switch (run.settlement()) {
              case Settlement.Attention attention -> attention.reason().name();
              case Settlement.Settled settled when settled.result().writtenOff() != null ->
                  "SETTLED written off";
              case Settlement.Settled settled when settled.result().isOpen() -> "SETTLED short";
              case Settlement.Settled settled when run.minor(Account.GOODWILL) > 0 ->
                  "SETTLED with goodwill";
              case Settlement other -> other.status().name();
            });
  }

  /** The smallest history of this kind that fails. */
  private static String told(History history) {
    Optional<History> smaller =
        history.smaller().filter(each -> fault(each).isPresent()).findFirst();
    return smaller
        .map(HistoriesTest::told)
        .orElseGet(() -> fault(history).orElseThrow() + "\n" + history);
  }

  private static Optional<String> fault(History history) {
    try {
      var one = new Run();
      var other = new Run();
      Optional<String> fault =
          history.chapters().stream()
              .flatMap(chapter -> fault(chapter, one, other).stream())
              .findFirst();
      return fault.isPresent() ? fault : again(history, other);
    } catch (RuntimeException defect) {
      return Optional.of(defect.toString());
    }
  }

  private static Optional<String> fault(History.Chapter chapter, Run one, Run other) {
    chapter.told().forEach(command -> hear(one, command));
    chapter.toldOtherwise().forEach(command -> hear(other, command));
    if (!one.entries().equals(other.entries())) {
      return Optional.of("one journal: %s%nthe other: %s".formatted(one.causes(), other.causes()));
    }
    if (one.ids().stream().distinct().count() != one.ids().size()) {
      return Optional.of("an entry is booked twice: " + one.causes());
    }
    return known(one).equals(known(other))
        ? Optional.empty()
        : Optional.of("one state: %s%nthe other: %s".formatted(known(one), known(other)));
  }

  /** What was heard once says nothing new, however often it comes. */
  private static Optional<String> again(History history, Run run) {
    int changes = run.changes().size();
    history.chapters().stream().flatMap(chapter -> chapter.otherwise().stream()).forEach(run::hear);
    return run.changes().size() == changes ? Optional.empty() : Optional.of("a repetition is news");
  }

  private static void hear(Run run, Command command) {
    run.hear(command);
    if (!run.changes().isEmpty() && run.settlement() instanceof Settlement.Settled settled) {
      mustBalance(run, settled);
    }
  }

  private static void mustBalance(Run run, Settlement.Settled settled) {
    Money writtenOff = settled.result().writtenOff();
    long lost = writtenOff == null ? 0 : writtenOff.getAmountMinorLong();
    Session session = settled.session();
    Close close = session == null ? null : session.latest();
    long total = close == null ? 0 : close.total().getAmountMinorLong();
    must(run, 0, Account.RECEIVABLE_FROM_CARD_HOLDER);
    must(run, lost, Account.WRITE_OFFS);
    long shortfall = settled.result().shortfall().getAmountMinorLong();
    must(run, shortfall - Math.max(0, lost), Account.OVERAGE_RECEIVABLE);
    must(run, -total, Account.CHARGING_REVENUE, Account.TAX_PAYABLE);
    long kept = settled.hold().captured().minus(settled.hold().refunded()).getAmountMinorLong();
    must(run, kept, Account.RECEIVABLE_FROM_GATEWAY);
    Overview.Moved moved = Overview.of(settled).hold().moved();
    must(run, moved == null ? 0 : moved.goodwill().getAmountMinorLong(), Account.GOODWILL);
  }

  private static void must(Run run, long expected, Account... accounts) {
    long found = Stream.of(accounts).mapToLong(run::minor).sum();
    if (found != expected) {
      throw new IllegalStateException(
          "%s: %d, not %d, once %s, by %s"
              .formatted(List.of(accounts), found, expected, run.said(), run.causes()));
    }
  }

  private static List<Object> known(Run run) {
    if (run.changes().isEmpty()) {
      return List.of();
    }
    Settlement settlement = run.settlement();
    return List.of(
        run.said(),
        Objects.requireNonNullElse(settlement.hold(), "no hold"),
        Objects.requireNonNullElse(settlement.session(), "no session"),
        Overview.of(settlement).verdict());
  }
}
