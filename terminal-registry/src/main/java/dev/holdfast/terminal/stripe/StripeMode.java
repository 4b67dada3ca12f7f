package dev.holdfast.terminal.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.vendor.HttpCloud;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One of the two modes of the account at Stripe. A reader that the account does not have in this
 * mode is 404 with the code {@code resource_missing}; another 404 comes from who is not Stripe.
 */
final class StripeMode {
  /** The shapes that are read here; without it an account decides by its age. */
  private static final String VERSION = "2024-06-20";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpCloud cloud;
  private final String authorization;
  private final boolean live;

  StripeMode(URI address, StripeKey key, Duration timeout, Clock clock) {
    this.cloud = new HttpCloud(address, key.secret(), timeout, clock);
    this.authorization = "Bearer " + key.secret();
    this.live = key.mode() == VendorEnvironment.PRODUCTION;
  }

  Uni<CloudAnswer> ask(String reader) {
    return cloud.ask(
        "/v1/terminal/readers/" + reader,
        Map.of("Authorization", authorization, "Stripe-Version", VERSION),
        (body, at) -> read(reader, body, at),
        StripeMode::isMissing);
  }

  private CloudAnswer read(String asked, String body, Instant at) throws JsonProcessingException {
    var reader = JSON.readValue(body, StripeReader.class);
    return reader == null
        ? new Unknown(at, "the answer is empty")
        : reader.toAnswer(asked, live, at);
  }

  private static boolean isMissing(String body) {
    try {
      return "resource_missing".equals(JSON.readTree(body).at("/error/code").asText());
    } catch (JsonProcessingException notStripe) {
      return false;
    }
  }
}
