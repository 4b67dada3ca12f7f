package dev.holdfast.settlement;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.holdfast.delivery.Event;
import dev.holdfast.delivery.Restorations;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.EntryDiffers;
import dev.holdfast.settlement.core.journal.Journal;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.kafka.publish.JournalRecord;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.SettlementRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Books what settlements call for beyond what is booked of their payments. */
@ApplicationScoped
class BookEntries {
  private final JournalTable journal;
  private final Restorations restorations;

  BookEntries(JournalTable journal, Restorations restorations) {
    this.journal = journal;
    this.restorations = restorations;
  }

  /**
   * Follows states, in their order; what is booked is read once, for all of them. Fails with {@link
   * Unacceptable} where an entry is booked with other lines. Gives what is to be said of the new
   * entries.
   *
   * @param rows of the settlements before these states, locked; a new one has none
   */
  Uni<List<Event>> follow(
      Transaction transaction,
      Map<Reference, SettlementRow> rows,
      List<? extends Settlement> states,
      Instant now) {
    Set<Reference> references = states.stream().map(Settlement::reference).collect(toSet());
    return journal
        .of(transaction, references)
        .map(booked -> journals(booked, rows))
        .map(journals ->
            states.stream()
                .flatMap(state ->
                    journals
                        .computeIfAbsent(state.reference(), _ -> new Journal())
                        .follow(state)
                        .stream())
                .toList())
        .onFailure(EntryDiffers.class)
        .transform(differs -> new Unacceptable(String.valueOf(differs.getMessage()), differs))
        .chain(entries -> journal.append(transaction, entries, now))
        .map(booked -> events(booked, states));
  }

  private static List<Event> events(List<BookedEntry> booked, List<? extends Settlement> states) {
    var last = new HashMap<Reference, Settlement>();
    states.forEach(state -> last.put(state.reference(), state));
    return booked.stream()
        .map(each ->
            JournalRecord.posted(each, requireNonNull(last.get(each.entry().name().reference()))))
        .toList();
  }

  private Map<Reference, Journal> journals(
      List<BookedEntry> booked, Map<Reference, SettlementRow> rows) {
    var journals = new HashMap<Reference, Journal>();
    for (BookedEntry each : booked) {
      Reference reference = each.entry().name().reference();
      Journal journalOfPayment = journals.computeIfAbsent(reference, _ -> new Journal());
      if (isAhead(each.bookedAt(), rows.get(reference))) {
        journalOfPayment.addAhead(each.entry());
      } else {
        journalOfPayment.add(each.entry());
      }
    }
    return journals;
  }

  /** Taken over from the topic, while the row is of an older version. */
  private boolean isAhead(Instant bookedAt, @Nullable SettlementRow row) {
    return restorations.last().filter(bookedAt::isBefore).isPresent()
        && (row == null || bookedAt.isAfter(row.changedAt()));
  }
}
