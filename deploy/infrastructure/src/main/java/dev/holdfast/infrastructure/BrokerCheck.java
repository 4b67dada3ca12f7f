package dev.holdfast.infrastructure;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether a broker answers. */
final class BrokerCheck {
  private static final int MILLIS = 2_000;

  private BrokerCheck() {}

  static boolean answers(String bootstrapServers) {
    if (!Listening.at(bootstrapServers)) {
      return false; // asked first, because a Kafka client warns of every failed connection
    }
    var admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS));
    try {
      return !admin.describeCluster().nodes().get(MILLIS, TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      // Without a bound it waits for the answer of a broker that stands still.
      admin.close(Duration.ZERO);
    }
  }
}
