package dev.holdfast.terminal;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.postgres.VendorStatusTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Takes the vendors' status over that the topic knows and a restored database does not. */
@ApplicationScoped
public class TakeOverVendors {
  private final VendorStatusTable statuses;

  TakeOverVendors(VendorStatusTable statuses) {
    this.statuses = statuses;
  }

  /** The versions of all reports that are known, by vendor and environment. */
  public Uni<Map<String, Long>> versions(Transaction transaction) {
    return statuses.versions(transaction);
  }

  /** Writes them as they were published, in their order. */
  public Uni<Void> takeOver(Transaction transaction, List<VendorReport> published) {
    return Multi.createFrom()
        .iterable(published)
        .onItem()
        .transformToUniAndConcatenate(report -> statuses.replace(transaction, report))
        .collect()
        .last();
  }
}
