package dev.holdfast.terminal.stripe;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** A mode of Stripe wherever a test wants it to be. */
public final class StripeClient {
  private StripeClient() {}

  /** What is heard of a reader at that address. */
  public static Uni<CloudAnswer> about(String reader, URI address, String key, Duration timeout) {
    return at(address, key, timeout).apply(reader);
  }

  /** Asks that address, with one client, each time that it is called. */
  public static Function<String, Uni<CloudAnswer>> at(URI address, String key, Duration timeout) {
    return new StripeMode(address, StripeKey.of(key).orElseThrow(), timeout, Clock.systemUTC())
        ::ask;
  }
}
