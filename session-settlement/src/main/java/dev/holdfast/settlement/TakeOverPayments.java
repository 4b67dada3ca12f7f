package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import dev.holdfast.settlement.core.payment.Version;
import dev.holdfast.settlement.postgres.CarriedState;
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
  private final BookEntries bookEntries;
  private final KeepTotals totals;
  private final Clock clock;

  TakeOverPayments(
      SettlementTable settlements,
      WriteVersions versions,
      BookEntries bookEntries,
      KeepTotals totals,
      Clock clock) {
    this.settlements = settlements;
    this.versions = versions;
    this.bookEntries = bookEntries;
    this.totals = totals;
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
              .write(transaction, locked, unknown, Map.of())
              .chain(() -> totals.follow(transaction, before, unknown));
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
        .chain(locked ->
            bookEntries.follow(
                transaction,
                locked,
                locked.values().stream().map(SettlementRow::toState).toList(),
                now))
        .chain(transaction::publish);
  }
}
