package dev.holdfast.authorization;

import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.authorization.due.Dispatch;
import dev.holdfast.authorization.postgres.HaltTable;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets new taps, or captures, of a vendor or a CPO stand still until a person lets them go on: for
 * example where a wrong tariff was published. It counts for all instances from its commit on.
 */
@ApplicationScoped
public class HaltPayments {
  private final HaltTable halts;
  private final Transactions transactions;
  private final Dispatch dispatch;
  private final Clock clock;

  HaltPayments(HaltTable halts, Transactions transactions, Dispatch dispatch, Clock clock) {
    this.halts = halts;
    this.transactions = transactions;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /** Lets it stand still; one that stands still already stands still twice. */
  public Uni<Void> halt(Halt halt) {
    return transactions.run(transaction -> halts.insert(transaction, halt));
  }

  /** All that stand still now, the newest first. */
  public Uni<List<Halt>> standing() {
    return transactions.run(halts::open);
  }

  /** Lets it go on; empty where nothing stands still under this id. */
  public Uni<Optional<Halt>> resume(UUID id, String by, String why) {
    return transactions
        .run(transaction -> halts.resume(transaction, id, by, why, clock.instant()))
        .invoke(dispatch::wake);
  }
}
