package dev.holdfast.settlement.kafka;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.SettlePayments;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.core.Settlement;
import dev.holdfast.settlement.core.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Settles, and says every version and every entry in the same transaction. */
@ApplicationScoped
public class SettleAndSay {
  private final SettlePayments settlePayments;

  SettleAndSay(SettlePayments settlePayments) {
    this.settlePayments = settlePayments;
  }

  /** Applies the commands in their order. */
  public Uni<Void> apply(Transaction transaction, List<Command> commands) {
    // Topics and rows keep microseconds.
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return settlePayments
        .apply(transaction, commands, now)
        .map(steps -> steps.stream().flatMap(step -> events(step, now)).toList())
        .chain(transaction::publish);
  }

  private static Stream<Event> events(Step step, Instant now) {
    return Stream.concat(
        Stream.of(settlementChanged(step, now)),
        step.entries().stream().map(entry -> entryPosted(entry, now)));
  }

  private static Event settlementChanged(Step step, Instant now) {
    Settlement after = step.after();
    return Event.ofVersion(
        Topic.SETTLEMENTS,
        after.reference().text(),
        after.version(),
        now,
        SettlementRecord.of(step, now));
  }

  private static Event entryPosted(JournalEntry entry, Instant now) {
    return new Event(
        Topic.JOURNAL,
        entry.name().reference().text(),
        entry.name().id().toString(),
        now,
        JournalRecord.of(entry, now));
  }
}
