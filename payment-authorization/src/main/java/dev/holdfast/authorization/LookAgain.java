package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** A gateway has news of a payment: a look-up that was put off is made now. */
@ApplicationScoped
public class LookAgain {
  private final Authorizations authorizations;
  private final Transactions transactions;
  private final Leases leases;
  private final DoWhatIsDue due;
  private final Clock clock;

  LookAgain(
      Authorizations authorizations,
      Transactions transactions,
      Leases leases,
      DoWhatIsDue due,
      Clock clock) {
    this.authorizations = authorizations;
    this.transactions = transactions;
    this.leases = leases;
    this.due = due;
    this.clock = clock;
  }

  /**
   * Makes the look-up due; does nothing for a payment that waits for none. What is due within a
   * lease is left alone: its call may be under way at this moment.
   */
  public Uni<Void> at(UUID reference) {
    return transactions
        .run(transaction ->
            authorizations.hasten(
                transaction, reference, clock.instant(), leases.until(Work.LOOK_UP)))
        .invoke(hastened -> {
          if (hastened) {
            due.wake();
          }
        })
        .replaceWithVoid();
  }
}
