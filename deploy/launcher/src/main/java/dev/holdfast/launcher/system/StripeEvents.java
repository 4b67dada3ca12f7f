package dev.holdfast.launcher.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** The endpoint that Stripe's simulator sends its events to, as one is set up in the dashboard. */
final class StripeEvents {
  /** What they are signed with. */
  static final String SECRET = "whsec_local" + UUID.randomUUID().toString().replace("-", "");

  private StripeEvents() {}

  static void tell(URI simulator, URI endpoint) {
    var body = "{\"url\": \"%s\", \"secret\": \"%s\", \"thin\": false}".formatted(endpoint, SECRET);
    var request =
        HttpRequest.newBuilder(simulator.resolve("/simulator/stripe/webhook"))
            .PUT(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("Stripe's simulator takes no endpoint: HTTP " + status);
      }
    } catch (IOException gone) {
      throw new IllegalStateException("Stripe's simulator does not answer", gone);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ending);
    }
  }
}
