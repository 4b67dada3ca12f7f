package dev.holdfast.authorization.gateway;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Whom an adapter tells when its gateway has news of a payment. */
public interface PaymentNews {
  /**
   * The payment is read again at its gateway, as nothing that the news itself says is believed.
   *
   * @return false if there is no such payment
   */
  Uni<Boolean> of(UUID reference);

  /** The vendor's cloud answers again: what was put off meanwhile is asked now. */
  Uni<Void> ofAll(String vendor);
}
