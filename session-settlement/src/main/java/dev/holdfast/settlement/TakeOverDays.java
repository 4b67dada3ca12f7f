package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.ClosedDay;
import dev.holdfast.settlement.core.journal.DayAct;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.postgres.DayTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Takes over which days are closed, and when they end, after the database was restored from a
 * backup.
 */
@ApplicationScoped
public class TakeOverDays {
  private final DayTable days;

  TakeOverDays(DayTable days) {
    this.days = days;
  }

  /** What a person did to the days of a CPO, as it was published. */
  public sealed interface PublishedAct {
    /** Days were closed. */
    record Closed(String cpoId, ClosedDay closed) implements PublishedAct {}

    /** It was said when days end. */
    record CalendarSet(String cpoId, BookingCalendar calendar, Word word) implements PublishedAct {}
  }

  /** The acts on the days of these CPOs that the database knows. */
  public Uni<List<DayAct>> acts(Transaction transaction, Collection<String> cpoIds) {
    return days.acts(transaction, cpoIds);
  }

  /** Writes the acts, which the database does not know, in their order. */
  public Uni<Void> takeOver(Transaction transaction, List<PublishedAct> acts) {
    return Multi.createFrom()
        .iterable(acts)
        .onItem()
        .transformToUniAndConcatenate(act -> takeOver(transaction, act))
        .collect()
        .last();
  }

  private Uni<Void> takeOver(Transaction transaction, PublishedAct act) {
    return switch (act) {
      case PublishedAct.Closed(var cpoId, var closed) -> days.insert(transaction, cpoId, closed);
      case PublishedAct.CalendarSet(var cpoId, var calendar, var word) ->
          days.set(transaction, cpoId, calendar, word);
    };
  }
}
