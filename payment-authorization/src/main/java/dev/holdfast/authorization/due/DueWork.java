package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.DueTable;
import dev.holdfast.authorization.postgres.DueTable.CallsToMake;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.WrittenByNewer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Finds and locks what is due. Calls to a cloud that does not answer wait; a row that only a newer
 * version can read is left to that, and holds up no other.
 */
@ApplicationScoped
public class DueWork {
  private static final Logger LOG = Logger.getLogger(DueWork.class);

  private final DueTable dueTable;
  private final Gateways gateways;
  private final Circuits circuits;
  private final DueSettings settings;

  DueWork(DueTable dueTable, Gateways gateways, Circuits circuits, DueSettings settings) {
    this.dueTable = dueTable;
    this.gateways = gateways;
    this.circuits = circuits;
    this.settings = settings;
  }

  /** Holds that near their end, or have reached it, and drivers who have left. */
  public Uni<List<AuthorizationRow>> lapsing(Transaction transaction, int limit) {
    return readable(transaction, dueTable.lockLapsing(transaction, settings.grace(), limit));
  }

  /** Terminals that read a card and nobody is at. */
  Uni<List<AuthorizationRow>> cards(Transaction transaction, int limit) {
    return readable(transaction, dueTable.lock(transaction, Work.READ_CARD, limit));
  }

  /** Calls that may be made, so many at most at each vendor, those first whose hold ends first. */
  Uni<List<AuthorizationRow>> calls(Transaction transaction, Map<String, Integer> limits) {
    return Multi.createFrom()
        .iterable(limits.entrySet())
        .onItem()
        .transformToUniAndConcatenate(each -> calls(transaction, each.getKey(), each.getValue()))
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(List::stream).toList());
  }

  private Uni<List<AuthorizationRow>> calls(Transaction transaction, String vendor, int limit) {
    int permitted = circuits.of(vendor).permits(limit);
    if (permitted == 0) {
      return Uni.createFrom().item(List.of());
    }
    var cloud = gateways.environment().cloudOf(vendor);
    var calls = new CallsToMake(vendor, cloud, settings.expiryNotice(), permitted);
    return readable(transaction, dueTable.lockCalls(transaction, calls));
  }

  private Uni<List<AuthorizationRow>> readable(
      Transaction transaction, Uni<List<AuthorizationRow>> locked) {
    return locked.chain(rows -> {
      var readable = new ArrayList<AuthorizationRow>();
      var unreadable = new HashMap<UUID, WrittenByNewer>();
      for (var row : rows) {
        try {
          row.toState();
          readable.add(row);
        } catch (WrittenByNewer unknown) {
          unreadable.put(row.reference(), unknown);
        }
      }
      return leave(transaction, unreadable).replaceWith(readable);
    });
  }

  private Uni<Void> leave(Transaction transaction, Map<UUID, WrittenByNewer> unreadable) {
    return unreadable.isEmpty()
        ? Uni.createFrom().voidItem()
        : dueTable
            .putOff(transaction, unreadable.keySet())
            .invoke(putOff ->
                putOff.forEach(reference ->
                    LOG.errorf(
                        unreadable.get(reference),
                        "The work that is due for authorization %s is put off by 10 minutes: start"
                            + " the newer version again, or wait until it has replaced this one",
                        reference)))
            .replaceWithVoid();
  }
}
