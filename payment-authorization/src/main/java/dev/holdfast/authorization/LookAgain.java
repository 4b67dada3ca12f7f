package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.due.Dispatch;
import dev.holdfast.authorization.due.Leases;
import dev.holdfast.authorization.gateway.PaymentNews;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.AuthorizationTable;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * A gateway has news of a payment, or a person wants to know: what was put off is asked now,
 * whichever instance waits for it.
 */
@ApplicationScoped
public class LookAgain implements PaymentNews {
  private final AuthorizationTable authorizations;
  private final Transactions transactions;
  private final Leases leases;
  private final Dispatch dispatch;

  LookAgain(
      AuthorizationTable authorizations,
      Transactions transactions,
      Leases leases,
      Dispatch dispatch) {
    this.authorizations = authorizations;
    this.transactions = transactions;
    this.leases = leases;
    this.dispatch = dispatch;
  }

  /**
   * Reads the card that is awaited, or makes the look-up due; does nothing for a payment that waits
   * for neither. What is due within a lease is left alone: its call may be under way at this
   * moment.
   *
   * @return false if there is no such payment
   */
  @Override
  public Uni<Boolean> of(UUID reference) {
    return transactions
        .run(transaction ->
            authorizations
                .hasten(transaction, reference, leases.length(Work.LOOK_UP))
                .chain(hastened -> authorizations.find(transaction, reference)))
        .invoke(found -> found.flatMap(AuthorizationRow::known).ifPresent(dispatch::lookAt))
        .map(Optional::isPresent);
  }

  @Override
  public Uni<Void> ofAll(String vendor) {
    return transactions
        .run(transaction ->
            authorizations.hastenAll(transaction, vendor, leases.length(Work.LOOK_UP)))
        .invoke(dispatch::wake);
  }
}
