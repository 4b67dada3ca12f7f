package dev.holdfast.settlement.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testkit.ServiceProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** A stop is no crash: of two instances one after the other restarts, and nobody notices. */
class RestartIT {
  private static final Logger LOG = Logger.getLogger(RestartIT.class);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void settlesEachPaymentOnceWhileOneAfterTheOtherRestarts() throws SQLException {
    try (Ground ground = Ground.start();
        ServiceProcess one = ground.service("one");
        ServiceProcess other = ground.service("other");
        var http = HttpClient.newHttpClient()) {
      var payments = new Payments(ground);
      var done = new AtomicBoolean();
      CompletableFuture<Void> load =
          CompletableFuture.runAsync(
              () -> {
                while (!done.get()) {
                  payments.publish(5);
                }
              },
              Thread::startVirtualThread);
      await().atMost(PATIENCE).until(() -> payments.settled() > 20);
      for (ServiceProcess each : List.of(one, other)) {
        CompletableFuture<Long> watched = watch(http, each.url());
        int before = payments.size();
        each.terminate();
        assertThat(each.log()).content().contains("Drained");
        // It ended with the stream's own end, not with a broken connection.
        assertThat(watched).succeedsWithin(PATIENCE);
        await().atMost(PATIENCE).until(() -> payments.size() > before + 20);
        each.restart();
      }
      done.set(true);
      load.join();
      payments.areEachSettledOnceAndBookedOnce();
      LOG.infof(
          "%d payments while two instances restarted: the longest waited %d ms",
          payments.size(), payments.longestWait().toMillis());
    }
  }

  /** Watches settlements until the stream ends; gives how many lines it had. */
  private static CompletableFuture<Long> watch(HttpClient http, URI service) {
    var request =
        HttpRequest.newBuilder(service.resolve("/settlements/stream"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> stream =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).join();
    assertThat(stream.statusCode()).isEqualTo(200);
    return CompletableFuture.supplyAsync(() -> stream.body().count(), Thread::startVirtualThread);
  }
}
