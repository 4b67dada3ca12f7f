package dev.holdfast.authorization;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Drivers, one after the other at each of some terminals. Their platform asks for a hold at an
 * instance; where that cannot be reached, or has nothing to say yet, it asks the next one with the
 * same key, as a balancer and a patient client do. They present a card when they have found it.
 */
final class Drivers {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int TRIES = 40;

  private final Executor threads = Thread::startVirtualThread;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> held = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Void>> terminals = new ArrayList<>();
  private final AtomicLong longestWait = new AtomicLong();
  private final Scene scene;
  private final List<URI> instances;
  private volatile boolean leaving;

  Drivers(Scene scene, List<URI> instances) {
    this.scene = scene;
    this.instances = instances;
  }

  void comeTo(List<String> serials) {
    for (String serial : serials) {
      var atTerminal = new CompletableFuture<Void>();
      terminals.add(atTerminal);
      Thread.ofVirtual()
          .start(() -> {
            try {
              while (!leaving) {
                held.add(pay(serial));
              }
              atTerminal.complete(null);
            } catch (Throwable failed) {
              atTerminal.completeExceptionally(failed);
            }
          });
    }
  }

  /** Until so many more have paid; fails as soon as one of them could not. */
  void awaitMore(int drivers) {
    int enough = held.size() + drivers;
    await()
        .atMost(120, SECONDS)
        .until(() -> {
          terminals.stream()
              .filter(CompletableFuture::isCompletedExceptionally)
              .forEach(CompletableFuture::join);
          return held.size() >= enough;
        });
  }

  /** The references of all who have paid; those who are there finish. */
  List<String> goHome() {
    leaving = true;
    terminals.forEach(CompletableFuture::join);
    return List.copyOf(held);
  }

  /** From when a card was presented until the driver knew. */
  long longestWaitMillis() {
    return Duration.ofNanos(longestWait.get()).toMillis();
  }

  private String pay(String serial) throws InterruptedException {
    var key = UUID.randomUUID().toString();
    var answer = CompletableFuture.supplyAsync(() -> ask(serial, key), threads);
    Thread.sleep(ThreadLocalRandom.current().nextInt(3_000));
    var presented = System.nanoTime();
    scene.tap(serial, "APPROVE_ALL", 172_800);
    var reference = answer.join();
    longestWait.accumulateAndGet(System.nanoTime() - presented, Math::max);
    return reference;
  }

  private String ask(String serial, String key) {
    int first = ThreadLocalRandom.current().nextInt(instances.size());
    for (int i = 0; i < TRIES; i++) {
      var answer = post(instances.get((first + i) % instances.size()), serial, key);
      if (answer.filter(each -> each.statusCode() == 201).isPresent()) {
        return heldIn(answer.get().body());
      }
      answer
          .filter(each -> each.statusCode() != 202 && each.statusCode() != 503)
          .ifPresent(refused -> {
            throw new AssertionError("A tap was refused: " + refused.body());
          });
    }
    throw new AssertionError("No instance could say what became of a tap at " + serial);
  }

  private static String heldIn(String body) {
    try {
      var authorization = MAPPER.readTree(body);
      if (!"HELD".equals(authorization.path("status").asText())) {
        throw new AssertionError("A tap was not held: " + body);
      }
      return authorization.path("reference").asText();
    } catch (IOException broken) {
      throw new AssertionError(body, broken);
    }
  }

  /** Empty where the instance is away. */
  private Optional<HttpResponse<String>> post(URI instance, String serial, String key) {
    var body =
        "{\"terminalSerial\": \"%s\", \"evseId\": \"E1\", \"waitSeconds\": 30}".formatted(serial);
    var request =
        HttpRequest.newBuilder(instance.resolve("/authorizations"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return Optional.of(http.send(request, BodyHandlers.ofString()));
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
