package dev.holdfast.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How delivery behaves; every default is fit for production. */
@ConfigMapping(prefix = "holdfast.delivery")
public interface DeliverySettings {
  /** Register missing schemas at start; off where the deployment registers them. */
  @WithDefault("false")
  boolean registerSchemas();

  /** How long the start waits for the schema registry. */
  @WithDefault("60s")
  Duration registryPatience();

  /** The longest wait of a batch between two tries. */
  @WithDefault("5s")
  Duration longestBackOff();

  /** A batch that has been tried for so long makes the service not ready. */
  @WithDefault("10s")
  Duration retryingTooLong();

  /** An outbox row that is so old makes the service not ready. */
  @WithDefault("30s")
  Duration outboxTooOld();

  /** How often the relay looks for rows that nobody woke it for. */
  @WithDefault("200ms")
  Duration relayPoll();

  /** How long the relay waits for the broker's word on what it has sent, in one transaction. */
  @WithDefault("30s")
  Duration brokerPatience();

  /** How many outbox rows the relay sends in one transaction. */
  @WithDefault("2000")
  int relayBatch();

  /** How long a stopping service may take to finish what it has begun. */
  @WithDefault("15s")
  Duration drainPatience();
}
