package dev.holdfast.terminal.stripe;

import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import java.util.Optional;

/** A secret or restricted key, and the mode that its prefix tells. */
final class StripeKey {
  private final String secret;
  private final VendorEnvironment mode;

  private StripeKey(String secret, VendorEnvironment mode) {
    this.secret = secret;
    this.mode = mode;
  }

  /** Empty where the text is no such key. */
  static Optional<StripeKey> of(String text) {
    if (text.startsWith("sk_test_") || text.startsWith("rk_test_")) {
      return Optional.of(new StripeKey(text, VendorEnvironment.TEST));
    }
    return text.startsWith("sk_live_") || text.startsWith("rk_live_")
        ? Optional.of(new StripeKey(text, VendorEnvironment.PRODUCTION))
        : Optional.empty();
  }

  String secret() {
    return secret;
  }

  VendorEnvironment mode() {
    return mode;
  }
}
