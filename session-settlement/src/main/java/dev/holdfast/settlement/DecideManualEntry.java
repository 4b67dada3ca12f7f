package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.ManualEntry.Obstacle;
import dev.holdfast.settlement.core.journal.ManualEntry.Verdict;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.postgres.ManualEntryTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a second person approve what a first one wants booked, or reject it. */
@ApplicationScoped
public class DecideManualEntry {
  private final Transactions transactions;
  private final ManualEntryTable entries;
  private final PostManualEntry postManualEntry;

  DecideManualEntry(
      Transactions transactions, ManualEntryTable entries, PostManualEntry postManualEntry) {
    this.transactions = transactions;
    this.entries = entries;
    this.postManualEntry = postManualEntry;
  }

  /** What a person decides: the version is null where nobody said which. */
  public record Decision(UUID entry, @Nullable Long version, Verdict verdict, Word word) {}

  /** What came of it. */
  public sealed interface Answer {
    /** It stands so, now or since it was decided the first time. */
    record Done(ManualEntry entry) implements Answer {}

    /** There is none with that id. */
    record Unknown() implements Answer {}

    /** It cannot be decided. */
    record Hindered(Obstacle why, ManualEntry newest) implements Answer {}

    /** The day that it shall count on was closed meanwhile. */
    record DayNotOpen(BookingCalendar calendar) implements Answer {}

    /** Another one has taken the same back. */
    record ReversedAlready() implements Answer {}
  }

  /** Decides; the same sent again is answered as the first time. */
  public Uni<Answer> decide(Decision decision) {
    return transactions.run(transaction ->
        entries
            .find(transaction, decision.entry())
            .chain(found ->
                found
                    .map(entry -> decide(transaction, entry, decision))
                    .orElseGet(() -> answer(new Answer.Unknown()))));
  }

  private Uni<Answer> decide(Transaction transaction, ManualEntry entry, Decision decision) {
    Word word = decision.word();
    if (entry.wasDecided(decision.verdict(), decision.version(), word.by())) {
      return answer(new Answer.Done(entry));
    }
    Optional<Obstacle> obstacle = entry.obstacle(decision.verdict(), decision.version(), word.by());
    if (obstacle.isPresent()) {
      return answer(new Answer.Hindered(obstacle.get(), entry));
    }
    return switch (decision.verdict()) {
      case APPROVE -> approve(transaction, entry, word);
      case REJECT -> {
        var rejected = entry.rejected(word);
        yield entries.decide(transaction, rejected).replaceWith(new Answer.Done(rejected));
      }
    };
  }

  private Uni<Answer> approve(Transaction transaction, ManualEntry entry, Word word) {
    return postManualEntry
        .calendar(transaction, entry)
        .chain(calendar ->
            PostManualEntry.isDayOpen(entry, calendar, word.at())
                ? entries
                    .hasRival(transaction, entry, false)
                    .chain(hasRival ->
                        hasRival
                            ? answer(new Answer.ReversedAlready())
                            : book(
                                transaction,
                                entry.booked(PostManualEntry.day(entry, calendar, word.at()), word),
                                word.at()))
                : answer(new Answer.DayNotOpen(calendar)));
  }

  private Uni<Answer> book(Transaction transaction, ManualEntry approved, Instant now) {
    return entries
        .decide(transaction, approved)
        .chain(() -> PostManualEntry.post(transaction, approved, now))
        .replaceWith(new Answer.Done(approved));
  }

  private static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
