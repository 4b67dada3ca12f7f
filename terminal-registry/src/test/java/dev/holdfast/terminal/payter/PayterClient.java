package dev.holdfast.terminal.payter;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** A cloud of Payter's wherever a test wants it to be. */
public final class PayterClient {
  private PayterClient() {}

  /** Asks that address, with one client, each time that it is called. */
  public static Function<String, Uni<CloudAnswer>> at(URI address, String key, Duration timeout) {
    return new PayterCloud(address, key, timeout, Clock.systemUTC())::ask;
  }
}
