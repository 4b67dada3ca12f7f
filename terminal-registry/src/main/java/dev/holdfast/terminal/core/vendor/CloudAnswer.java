package dev.holdfast.terminal.core.vendor;

import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What one cloud of the vendor answered when it was asked for a terminal. */
public sealed interface CloudAnswer {
  /** When it was asked. */
  Instant at();

  /** The cloud told something for certain. */
  sealed interface Certain extends CloudAnswer {}

  /**
   * The cloud knows the terminal, and shows it to this platform's account.
   *
   * @param state the vendor's own word for what it is doing
   * @param currency the currency it is configured for; null where the cloud does not say
   * @param lastOnlineAt when it was last online before that; null where the cloud does not say
   */
  record Seen(
      Instant at,
      boolean online,
      String state,
      boolean activated,
      boolean configured,
      @Nullable CurrencyUnit currency,
      @Nullable Instant lastOnlineAt)
      implements Certain {
    /** Of a cloud that does not tell when it was last online. */
    public Seen(
        Instant at,
        boolean online,
        String state,
        boolean activated,
        boolean configured,
        @Nullable CurrencyUnit currency) {
      this(at, online, state, activated, configured, currency, null);
    }
  }

  /** The cloud does not know the terminal, or does not show it to this platform's account. */
  record NotSeen(Instant at) implements Certain {}

  /** The cloud could not be asked, or its answer made no sense. */
  record Unknown(Instant at, String reason) implements CloudAnswer {}
}
