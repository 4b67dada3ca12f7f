package dev.holdfast.settlement.kafka;

import java.time.Clock;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.KeepViews;
import dev.holdfast.settlement.SettlePayments;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Settlement;
import dev.holdfast.settlement.core.Step;
import dev.holdfast.settlement.core.TrailStep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Settles, and says every version and every entry in the same transaction. */
@ApplicationScoped
public class SettleAndSay {
  private final SettlePayments settlePayments;
  private final KeepViews views;
  private final Clock clock;

  SettleAndSay(SettlePayments settlePayments, KeepViews views, Clock clock) {
    this.settlePayments = settlePayments;
    this.views = views;
    this.clock = clock;
  }

  /** Applies commands that no record told, in their order. */
  public Uni<Void> act(Transaction transaction, List<Command> commands) {
    List<Heard> untold = commands.stream().map(each -> new Heard(each, List.of())).toList();
    return apply(transaction, untold);
  }

  Uni<Void> apply(Transaction transaction, List<Heard> heard) {
    Instant now = clock.instant();
    List<Command> commands = heard.stream().map(Heard::command).toList();
    List<TrailStep> facts = heard.stream().flatMap(one -> one.facts().stream()).toList();
    return views
        .tell(transaction, facts)
        .chain(() -> settlePayments.apply(transaction, commands, now))
        .map(settled -> events(settled, now))
        .chain(transaction::publish);
  }

  private static List<Event> events(SettlePayments.Settled settled, Instant now) {
    return Stream.concat(
            settled.steps().stream().map(step -> settlementChanged(step, now)),
            settled.booked().stream().map(JournalRecord::posted))
        .toList();
  }

  static Event settlementChanged(Step step, Instant now) {
    Settlement after = step.after();
    return Event.ofVersion(
        Topic.SETTLEMENTS,
        after.reference().text(),
        after.version(),
        now,
        SettlementRecord.of(step, now));
  }
}
