package dev.holdfast.settlement;

import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.Journal;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import dev.holdfast.settlement.core.payment.Version;
import dev.holdfast.settlement.kafka.publish.JournalRecord;
import dev.holdfast.settlement.postgres.CarriedState;
import dev.holdfast.settlement.postgres.DatedEntries;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.SettlementTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes settlements over as they were published, after the database was restored from a backup:
 * nothing is judged anew.
 */
@ApplicationScoped
public class TakeOverPayments {
  private final SettlementTable settlements;
  private final WriteVersions versions;
  private final JournalTable journal;
  private final KeepViews views;
  private final Clock clock;

  TakeOverPayments(
      SettlementTable settlements,
      WriteVersions versions,
      JournalTable journal,
      KeepViews views,
      Clock clock) {
    this.settlements = settlements;
    this.versions = versions;
    this.journal = journal;
    this.views = views;
    this.clock = clock;
  }

  /** A version as its record carries it. */
  public record PublishedVersion(Status status, @Nullable ByteBuffer state, Instant at) {
    private Version version() {
      return new Version(CarriedState.read(status, state), at);
    }
  }

  /** Which version the database has of these payments; nothing of one that it does not know. */
  public Uni<Map<Reference, Long>> versions(Transaction transaction, List<Reference> references) {
    return settlements.versions(transaction, references);
  }

  /** Writes the versions, which the rows have not seen, in their order. */
  public Uni<Void> takeOver(Transaction transaction, List<PublishedVersion> published) {
    List<Version> unknown = published.stream().map(PublishedVersion::version).toList();
    return versions
        .lock(transaction, unknown.stream().map(each -> each.state().reference()).toList())
        .chain(locked -> {
          var before = WriteVersions.states(locked);
          return versions
              .write(transaction, locked, unknown)
              .chain(() -> views.follow(transaction, before, unknown));
        });
  }

  /**
   * Books what the states of these payments call for and nobody has published, and publishes it: a
   * crash may have come between a version and its entries.
   */
  public Uni<Void> bookWhatIsOwed(Transaction transaction, List<Reference> references) {
    var now = clock.instant();
    return versions
        .lock(transaction, references)
        .chain(
            locked -> DatedEntries.of(transaction, references).map(booked -> owed(locked, booked)))
        .chain(owed -> journal.appendNew(transaction, owed, now))
        .chain(booked -> transaction.publish(booked.stream().map(JournalRecord::posted).toList()));
  }

  private static List<JournalEntry> owed(
      Map<Reference, SettlementRow> rows, List<DatedEntries.Dated> booked) {
    Map<Reference, List<DatedEntries.Dated>> byPayment =
        booked.stream().collect(groupingBy(each -> each.entry().name().reference()));
    return rows.values().stream()
        .flatMap(row -> owed(row, byPayment.getOrDefault(row.reference(), List.of())).stream())
        .toList();
  }

  /** What was booked after the version that is known belongs to one that will come again. */
  private static List<JournalEntry> owed(SettlementRow row, List<DatedEntries.Dated> booked) {
    return Journal.owed(
        booked.stream()
            .filter(each -> !each.bookedAt().isAfter(row.changedAt()))
            .map(DatedEntries.Dated::entry)
            .filter(TakeOverPayments::followsFromTheState)
            .toList(),
        row.toState());
  }

  private static boolean followsFromTheState(JournalEntry entry) {
    Cause cause = entry.name().cause();
    return cause != Cause.GATEWAY_FEE && cause != Cause.PAID_OUT;
  }
}
