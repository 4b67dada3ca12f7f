package dev.holdfast.terminal.payter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.vendor.HttpCloud;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One of Payter's clouds.
 *
 * <p>Assumed, since nothing public says: 404 is "not in this cloud, or not visible to this key",
 * and the answer may tell whether the vendor activated and configured the terminal.
 */
final class PayterCloud {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpCloud cloud;
  private final String authorization;

  PayterCloud(URI address, String apiKey, Duration timeout, Clock clock) {
    this.cloud = new HttpCloud(address, apiKey, timeout, clock);
    this.authorization = "CPS apikey=\"" + apiKey + "\"";
  }

  Uni<CloudAnswer> ask(String serial) {
    return cloud.ask(
        "/terminals/" + serial,
        Map.of("Authorization", authorization),
        PayterCloud::read,
        _ -> true);
  }

  private static CloudAnswer read(String body, Instant at) throws JsonProcessingException {
    var terminal = JSON.readValue(body, PayterTerminal.class);
    return terminal == null ? new Unknown(at, "the answer is empty") : terminal.toAnswer(at);
  }
}
