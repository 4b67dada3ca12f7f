package dev.holdfast.terminal;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.delivery.UnderWay;
import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.kafka.publish.VendorEvents;
import dev.holdfast.terminal.postgres.VendorStatusTable;
import dev.holdfast.terminal.vendor.Vendors;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads each vendor's status page now and then, and publishes what changed. */
@ApplicationScoped
public class WatchVendor {
  private final Vendors vendors;
  private final Transactions transactions;
  private final VendorStatusTable statuses;
  private final Clock clock;
  private final UnderWay underWay;

  WatchVendor(
      Vendors vendors,
      Transactions transactions,
      VendorStatusTable statuses,
      Clock clock,
      UnderWay underWay) {
    this.vendors = vendors;
    this.transactions = transactions;
    this.statuses = statuses;
    this.clock = clock;
    this.underWay = underWay;
  }

  /** Each on its own: a page that does not answer keeps nobody from reading the others. */
  void start(@Observes StartupEvent started, Scheduler scheduler) {
    if (!scheduler.isStarted()) {
      return; // Switched off, with all that is done by the clock.
    }
    for (var vendor : Vendor.values()) {
      scheduler
          .newJob(name(vendor))
          .setInterval(vendors.statusEvery(vendor).toString())
          .setDelayed("2s")
          .setConcurrentExecution(ConcurrentExecution.SKIP)
          .setSkipPredicate(ApplicationNotRunning.class)
          .setAsyncTask(_ -> look(vendor))
          .schedule();
    }
  }

  private static String name(Vendor vendor) {
    return "status page of " + vendor;
  }

  private Uni<Void> look(Vendor vendor) {
    return underWay.watch(
        name(vendor),
        () ->
            vendors
                .status(vendor)
                .chain(seen -> transactions.run(transaction -> keep(transaction, vendor, seen))));
  }

  private Uni<Void> keep(
      Transaction transaction, Vendor vendor, Map<VendorEnvironment, Observation> seen) {
    return statuses
        .lock(transaction, vendor)
        .map(before -> news(vendor, before, seen))
        .call(news -> statuses.write(transaction, news))
        .chain(news -> transaction.publish(news.stream().map(VendorEvents::of).toList()));
  }

  private List<VendorReport> news(
      Vendor vendor, Rows<VendorReport> before, Map<VendorEnvironment, Observation> seen) {
    var now = clock.instant();
    var news = new ArrayList<VendorReport>();
    seen.forEach((cloud, observation) -> {
      var name = vendor + "/" + cloud;
      if (before.whyLeft(name) != null) {
        return; // Whoever can read the report says what changed since.
      }
      var known = Optional.ofNullable(before.read().get(name));
      var after =
          known
              .map(report -> report.after(observation, now))
              .orElseGet(() -> VendorReport.first(vendor, cloud, observation, now));
      if (!known.equals(Optional.of(after))) {
        news.add(after);
      }
    });
    return news;
  }
}
