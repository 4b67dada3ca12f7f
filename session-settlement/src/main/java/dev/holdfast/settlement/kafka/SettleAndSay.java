package dev.holdfast.settlement.kafka;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.SettlePayments;
import dev.holdfast.settlement.core.Command;
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
class SettleAndSay {
  private final SettlePayments settlePayments;

  SettleAndSay(SettlePayments settlePayments) {
    this.settlePayments = settlePayments;
  }

  Uni<Void> apply(Transaction transaction, List<Command> commands) {
    // Topics and rows keep microseconds.
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return settlePayments
        .apply(transaction, commands, now)
        .map(settled -> events(settled, now))
        .chain(transaction::publish);
  }

  private static List<Event> events(SettlePayments.Settled settled, Instant now) {
    return Stream.concat(
            settled.steps().stream().map(step -> settlementChanged(step, now)),
            settled.booked().stream().map(JournalRecord::posted))
        .toList();
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
}
