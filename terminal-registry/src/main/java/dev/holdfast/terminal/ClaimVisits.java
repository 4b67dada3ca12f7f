package dev.holdfast.terminal;

import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.postgres.VendorVisitTable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Claims visits to vendors that are due, and gives back what is not made before the service stops.
 */
@ApplicationScoped
class ClaimVisits {
  private static final Logger LOG = Logger.getLogger(ClaimVisits.class);
  private static final Duration LONGEST_GIVING_BACK = Duration.ofSeconds(5);

  private final Transactions transactions;
  private final VendorVisitTable visits;
  // Claimed here, and not heard of yet.
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  ClaimVisits(Transactions transactions, VendorVisitTable visits) {
    this.transactions = transactions;
    this.visits = visits;
  }

  /**
   * What was claimed and not heard of goes to who stays, before the outbox is sent: a claim would
   * keep these terminals from being asked for until their next visit.
   */
  void stop(@Observes @Priority(0) ShutdownEvent stop) {
    stopping = true;
    var unheard = List.copyOf(claimed);
    if (unheard.isEmpty()) {
      return;
    }
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> giveBack(unheard).ifNoItem().after(LONGEST_GIVING_BACK).fail());
      LOG.infof("%d visits to vendors were given back", unheard.size());
    } catch (Throwable databaseIsAway) {
      LOG.warnf(
          "%d visits to vendors are made up for next time: %s", unheard.size(), databaseIsAway);
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** The serials to ask the vendor for, at most so many; the next visit is after the interval. */
  Uni<List<String>> due(Vendor vendor, int limit, Duration interval) {
    return transactions
        .run(transaction -> visits.claim(transaction, vendor, limit, interval))
        .invoke(claimed::addAll)
        .chain(due ->
            // Claimed while the service stopped: too late for stop() to give it back.
            stopping ? giveBack(due).replaceWith(List.of()) : Uni.createFrom().item(due));
  }

  /** These were asked for, and what was heard is kept. */
  void made(Collection<String> serials) {
    claimed.removeAll(serials);
  }

  /** Not what is to be given back: when the service stops, the rest of them is never asked for. */
  void forget(Collection<String> due) {
    if (!stopping) {
      claimed.removeAll(due);
    }
  }

  private Uni<Void> giveBack(Collection<String> serials) {
    return transactions.run(transaction -> visits.giveBack(transaction, serials));
  }
}
