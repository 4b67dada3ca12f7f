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

  /** See at start whether the database was restored; off where others write the same topics. */
  @WithDefault("true")
  boolean catchUp();

  /** The longest wait of a batch between two tries. */
  @WithDefault("5s")
  Duration longestBackOff();

  /** How often a batch is tried that fails with what is neither an outage nor its content. */
  @WithDefault("30")
  int triesOfTheUnknown();

  /** A batch that has been tried for so long makes the health group {@code delivery} say DOWN. */
  @WithDefault("10s")
  Duration retryingTooLong();

  /** A piece of work that has not ended for so long makes the service not ready. */
  @WithDefault("60s")
  Duration underWayTooLong();

  /** A piece of work that has not ended for so long makes the service not live: it is restarted. */
  @WithDefault("15m")
  Duration underWayForEver();

  /** How often records are replayed by themselves that wait for a newer version. */
  @WithDefault("60s")
  Duration replayWaiting();

  /** An outbox row that is so old makes the health group {@code delivery} say DOWN. */
  @WithDefault("30s")
  Duration outboxTooOld();

  /** How often the relay looks for rows that nobody woke it for. */
  @WithDefault("200ms")
  Duration relayPoll();

  /** How long the relay gathers after it has sent something, before it sends the next. */
  @WithDefault("20ms")
  Duration relayGather();

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
