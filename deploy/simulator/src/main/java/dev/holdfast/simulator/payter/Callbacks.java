package dev.holdfast.simulator.payter;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the caller's URL what happened, each time on a thread of its own that waits until the fact
 * is on the disk. Whether it was heard makes no difference, and what was not told when the process
 * ends is not told later: the caller can look everything up.
 */
final class Callbacks implements AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final long TIME_OUT_SECONDS = 5;

  private final Clouds clouds;
  private final Disturbance disturbance;
  private final Dialects dialects;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();

  Callbacks(Clouds clouds, Disturbance disturbance, Dialects dialects) {
    this.clouds = clouds;
    this.disturbance = disturbance;
    this.dialects = dialects;
  }

  /** Returns at once: the callback is sent by a thread that first waits for the disk. */
  void send(Clouds.Place place, @Nullable CallbackUrl url, Callback callback) {
    if (url != null) {
      threads.execute(() -> deliver(place, url, callback));
    }
  }

  private void deliver(Clouds.Place place, CallbackUrl url, Callback callback) {
    try {
      clouds.force();
      Disturbance.Delivery delivery = disturbance.delivery(place.serial());
      Thread.sleep(delivery.delay());
      for (int time = 0; time < delivery.times(); time++) {
        post(place, url, callback);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(Clouds.Place place, CallbackUrl url, Callback callback)
      throws InterruptedException {
    Object body = callback.body(place.serial(), dialects.of(place));
    HttpRequest request =
        HttpRequest.newBuilder(url.uri())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (!clouds.with(place, callback::isWanted) || isTaken(request)) {
        return;
      }
      Thread.sleep(PAUSE);
    }
  }

  private boolean isTaken(HttpRequest request) throws InterruptedException {
    var answer = http.sendAsync(request, BodyHandlers.discarding());
    try {
      int status = answer.get(TIME_OUT_SECONDS, TimeUnit.SECONDS).statusCode();
      return status >= 200 && status < 300;
    } catch (ExecutionException | TimeoutException failed) {
      return false;
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
