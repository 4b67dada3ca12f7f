package dev.holdfast.terminal;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorEnvironment;
import dev.holdfast.terminal.core.VendorReport;
import dev.holdfast.terminal.core.VendorReport.Observation;
import dev.holdfast.terminal.kafka.VendorEvents;
import dev.holdfast.terminal.postgres.VendorStatusTable;
import dev.holdfast.terminal.statuspage.StatusPage;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the vendor's status page now and then, and publishes what changed. */
@ApplicationScoped
public class WatchVendor {
  private final StatusPage page;
  private final Transactions transactions;
  private final VendorStatusTable statuses;
  private final InstantSource clock;

  WatchVendor(
      StatusPage page, Transactions transactions, VendorStatusTable statuses, InstantSource clock) {
    this.page = page;
    this.transactions = transactions;
    this.statuses = statuses;
    this.clock = clock;
  }

  @Scheduled(
      every = "${holdfast.payter.status-page.every:30s}",
      delayed = "2s",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  Uni<Void> look() {
    return page.read().chain(seen -> transactions.run(transaction -> keep(transaction, seen)));
  }

  private Uni<Void> keep(Transaction transaction, Map<VendorEnvironment, Observation> seen) {
    return statuses
        .lock(transaction.session(), Vendor.PAYTER)
        .map(before -> news(before, seen))
        .call(news -> statuses.write(transaction.session(), news))
        .chain(news -> transaction.publish(news.stream().map(VendorEvents::of).toList()));
  }

  private List<VendorReport> news(
      List<VendorReport> before, Map<VendorEnvironment, Observation> seen) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var news = new ArrayList<VendorReport>();
    seen.forEach((cloud, observation) -> {
      var known = before.stream().filter(report -> report.vendorEnvironment() == cloud).findAny();
      var after =
          known
              .map(report -> report.after(observation, now))
              .orElseGet(() -> first(cloud, observation, now));
      if (!known.equals(Optional.of(after))) {
        news.add(after);
      }
    });
    return news;
  }

  private static VendorReport first(VendorEnvironment cloud, Observation observation, Instant now) {
    return VendorReport.first(Vendor.PAYTER, cloud, observation, now);
  }
}
