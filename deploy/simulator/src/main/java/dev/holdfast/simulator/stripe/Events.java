package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells the endpoint of the account, if there is one, what has happened: signed, in no order, again
 * where it is not answered with 2xx.
 */
final class Events implements AutoCloseable {
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Clock clock;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable Webhook webhook;

  /**
   * Where events go.
   *
   * @param thin as {@code v2.core.event}, which names the object and does not show it?
   */
  record Webhook(URI url, String secret, boolean thin) {}

  Events(Clock clock) {
    this.clock = clock;
  }

  void goTo(Webhook endpoint) {
    webhook = endpoint;
  }

  /** As the object is now; it is sent in the background. */
  void say(String type, ObjectNode object) {
    var endpoint = webhook;
    if (endpoint != null) {
      var event = endpoint.thin() ? thin(type, object) : snapshot(type, object);
      var body = event.toPrettyString();
      threads.execute(() -> send(endpoint, body));
    }
  }

  private ObjectNode snapshot(String type, ObjectNode object) {
    var event = Json.object().put("id", Shapes.id("evt_3")).put("object", "event");
    event.put("api_version", "2024-06-20").put("created", clock.instant().getEpochSecond());
    event.putObject("data").set("object", Json.shown(object));
    event.put("livemode", object.path("livemode").asBoolean()).put("pending_webhooks", 1);
    event.putObject("request").putNull("id").putNull("idempotency_key");
    return event.put("type", type);
  }

  private ObjectNode thin(String type, ObjectNode object) {
    var event = Json.object().put("id", Shapes.id("evt_test_6")).put("object", "v2.core.event");
    event.put("created", clock.instant().toString());
    event.put("livemode", object.path("livemode").asBoolean());
    var related = event.putObject("related_object").put("id", object.path("id").asText());
    related.put("type", object.path("object").asText());
    related.put("url", "/v1/%ss/%s".formatted(related.path("type").asText(), related.path("id")));
    return event.put("type", "v1." + type);
  }

  private void send(Webhook endpoint, String body) {
    try {
      for (var attempt = 0; attempt < TRIES; attempt++) {
        if (isTaken(endpoint, body)) {
          return;
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(Webhook endpoint, String body) throws InterruptedException {
    try {
      var at = clock.instant().getEpochSecond();
      var request =
          HttpRequest.newBuilder(endpoint.url())
              .timeout(TIMEOUT)
              .header("Content-Type", "application/json; charset=utf-8")
              .header("Stripe-Signature", "t=%d,v1=%s".formatted(at, sign(endpoint, at, body)))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException notReached) {
      return false;
    }
  }

  private static String sign(Webhook endpoint, long at, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(endpoint.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var digest = mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
