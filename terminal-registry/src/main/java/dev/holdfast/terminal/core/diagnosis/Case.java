package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.terminal.core.vendor.VendorReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a diagnosis looks at.
 *
 * @param registered what is registered under the serial; null where nothing is
 * @param facts what the vendor's clouds say of the serial, registered or not
 * @param report the status of the vendor's cloud that pairs with our environment; null before it
 *     was looked at
 */
public record Case(
    String serial,
    Instant at,
    @Nullable Registered registered,
    VendorFacts facts,
    @Nullable VendorReport report,
    PaymentHistory payments) {
  /** The case of a text that is no serial of any vendor: nothing can be known of it. */
  public static Case ofNoSerial(String text, Instant at) {
    return new Case(text, at, null, VendorFacts.NONE, null, PaymentHistory.NONE);
  }

  /**
   * A terminal and those around it.
   *
   * @param cpo the CPO of its charger; null while it is bound to none
   * @param contractedCpos some CPOs that are contracted in our environment, those that the terminal
   *     was bound to before first
   */
  public record Registered(Terminal terminal, @Nullable Cpo cpo, List<String> contractedCpos) {}
}
