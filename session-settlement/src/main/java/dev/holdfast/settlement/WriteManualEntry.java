package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.NamedUuid;
import dev.holdfast.settlement.core.payment.AloneAct;
import dev.holdfast.settlement.postgres.DayTable;
import dev.holdfast.settlement.postgres.ManualEntryTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the wish of a person to book something; what is small is booked at once. */
@ApplicationScoped
public class WriteManualEntry {
  private final Transactions transactions;
  private final ManualEntryTable entries;
  private final DayTable days;
  private final PostManualEntry postManualEntry;
  private final ActAlone actAlone;

  WriteManualEntry(
      Transactions transactions,
      ManualEntryTable entries,
      DayTable days,
      PostManualEntry postManualEntry,
      ActAlone actAlone) {
    this.transactions = transactions;
    this.entries = entries;
    this.days = days;
    this.postManualEntry = postManualEntry;
    this.actAlone = actAlone;
  }

  /**
   * What a person wants booked.
   *
   * @param key sent again with the same wish, it asks for nothing new
   * @param day null: the one that is open
   */
  public record Wish(String key, What what, ManualEntry.Voucher voucher, @Nullable LocalDate day) {
    private UUID id() {
      return NamedUuid.of("manual entry/" + key);
    }
  }

  /** Lines, or an entry to be taken back. */
  public sealed interface What {
    /** Debits equal credits in each currency. */
    record Lines(String cpoId, List<Line> lines) implements What {}

    /** The id of one that a person called for. */
    record Reversal(UUID entry) implements What {}
  }

  /** What came of it. */
  public sealed interface Answer {
    /** It stands so. */
    record Done(ManualEntry entry) implements Answer {}

    /** Another wish was sent with the key. */
    record KeyTaken() implements Answer {}

    /** Nothing was ever booked for such a CPO. */
    record UnknownCpo(String cpoId) implements Answer {}

    /** None of that id is booked, or it takes something back itself. */
    record NotReversible(UUID entry) implements Answer {}

    /** Another one takes the same back, or waits to. */
    record ReversedAlready() implements Answer {}

    /** Nothing can be booked on the day. */
    record DayNotOpen(BookingCalendar calendar) implements Answer {}
  }

  /** Takes it, once for each key. */
  public Uni<Answer> write(Wish wish) {
    return transactions.run(transaction ->
        switch (wish.what()) {
          case What.Lines(var cpoId, var lines) ->
              take(
                  transaction, ManualEntry.of(wish.id(), cpoId, lines, wish.voucher(), wish.day()));
          case What.Reversal(var reversed) ->
              entries
                  .find(transaction, reversed)
                  .chain(found ->
                      found
                          .filter(ManualEntry::isReversible)
                          .map(entry -> entry.reversal(wish.id(), wish.voucher(), wish.day()))
                          .map(entry -> take(transaction, entry))
                          .orElseGet(() -> answer(new Answer.NotReversible(reversed))));
        });
  }

  private Uni<Answer> take(Transaction transaction, ManualEntry wanted) {
    return entries
        .find(transaction, wanted.id())
        .chain(known ->
            known.isPresent()
                ? answer(again(known.get(), wanted))
                : postManualEntry
                    .calendar(transaction, wanted)
                    .chain(calendar -> addIfItMay(transaction, wanted, calendar)));
  }

  private static Answer again(ManualEntry known, ManualEntry wanted) {
    return known.wasAskedAs(wanted) ? new Answer.Done(known) : new Answer.KeyTaken();
  }

  private Uni<Answer> addIfItMay(
      Transaction transaction, ManualEntry wanted, BookingCalendar calendar) {
    String cpoId = wanted.entry().cpoId();
    if (!PostManualEntry.isDayOpen(wanted, calendar, now(wanted))) {
      return answer(new Answer.DayNotOpen(calendar));
    }
    return days.isBookedFor(transaction, cpoId)
        .chain(isBooked ->
            isBooked
                ? entries
                    .hasRival(transaction, wanted, true)
                    .chain(hasRival ->
                        hasRival
                            ? answer(new Answer.ReversedAlready())
                            : actAlone
                                .may(transaction, alone(wanted))
                                .chain(isSmall -> add(transaction, wanted, calendar, isSmall)))
                : answer(new Answer.UnknownCpo(cpoId)));
  }

  private static AloneAct alone(ManualEntry wanted) {
    return new AloneAct(
        AloneAct.Kind.MANUAL_ENTRY,
        wanted.id().toString(),
        wanted.entry().cpoId(),
        wanted.voucher().asked(),
        wanted.debits());
  }

  private Uni<Answer> add(
      Transaction transaction, ManualEntry wanted, BookingCalendar calendar, boolean isSmall) {
    Instant now = now(wanted);
    var entry = isSmall ? wanted.booked(PostManualEntry.day(wanted, calendar, now), null) : wanted;
    return entries
        .add(transaction, entry)
        .chain(isAdded -> {
          if (!isAdded) {
            return entries
                .find(transaction, wanted.id())
                .map(known -> again(known.orElseThrow(), wanted));
          }
          return isSmall
              ? PostManualEntry.post(transaction, entry, now).replaceWith(new Answer.Done(entry))
              : answer(new Answer.Done(entry));
        });
  }

  private static Instant now(ManualEntry wanted) {
    return wanted.voucher().asked().at();
  }

  private static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
