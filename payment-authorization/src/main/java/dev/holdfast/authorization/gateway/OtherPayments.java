package dev.holdfast.authorization.gateway;

import dev.holdfast.authorization.core.Tap;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Whose what stands at a terminal may be, besides the payment that is asked about: for a gateway
 * that does not say whose it is.
 */
public interface OtherPayments {
  /** The payments of the terminal shortly before this one, and since. */
  Uni<Claims> at(Tap tap);

  /**
   * What they account for.
   *
   * @param known the gateway's names for their holds
   * @param mayOwnMore may one of them have a hold whose name it does not know? A payment that was
   *     declined has no use for one, and gives it back: another that was declined may do so, too
   */
  record Claims(Set<String> known, boolean mayOwnMore) {
    public Claims {
      known = Set.copyOf(known);
    }
  }
}
