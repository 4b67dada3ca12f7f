package dev.holdfast.terminal;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.payment.Payment;
import dev.holdfast.terminal.core.payment.PaymentBatch;
import dev.holdfast.terminal.postgres.PaymentTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Records how payments go: the newest version of each, and the fleet's count with it. */
@ApplicationScoped
public class RecordPayments {
  private final PaymentTable payments;
  private final Clock clock;

  RecordPayments(PaymentTable payments, Clock clock) {
    this.payments = payments;
    this.clock = clock;
  }

  /** Takes any versions of any payments, in any order. */
  public Uni<Void> record(Transaction transaction, List<Payment> published) {
    var batch = PaymentBatch.of(published);
    return payments
        .lock(transaction, batch.references())
        .map(known -> batch.against(known, payments.keptFrom(clock.instant())))
        .chain(changes -> payments.write(transaction, changes));
  }
}
