package dev.holdfast.terminal.payter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.terminal.core.CloudAnswer;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jspecify.annotations.Nullable;

/**
 * One of Payter's clouds. Whatever happens on the way is an answer; the key is in none, and goes to
 * no other address: a redirect is not followed.
 *
 * <p>Assumed, since nothing public says: 404 is "not in this cloud, or not visible to this key",
 * and the answer may tell whether the vendor activated and configured the terminal.
 */
final class PayterCloud {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int LONGEST_ANSWER = 65_536;

  private final PayterApi api;
  private final String apiKey;
  private final Duration timeout;
  private final InstantSource clock;

  PayterCloud(URI address, String apiKey, Duration timeout, InstantSource clock) {
    // The client's own limits are a backstop: ask() gives up first, and says after how long.
    long backstopMillis = timeout.multipliedBy(2).toMillis();
    this.api =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(address)
            .connectTimeout(backstopMillis, TimeUnit.MILLISECONDS)
            .readTimeout(backstopMillis, TimeUnit.MILLISECONDS)
            .followRedirects(false)
            // Whatever is configured: the client would log the key, and bodies that may repeat it.
            .loggingScope(LoggingScope.NONE)
            .property("microprofile.rest.client.disable.default.mapper", true)
            .build(PayterApi.class);
    this.apiKey = apiKey;
    this.timeout = timeout;
    this.clock = clock;
  }

  Uni<CloudAnswer> ask(String serial) {
    return api.terminal("CPS apikey=\"" + apiKey + "\"", serial)
        .ifNoItem()
        .after(timeout)
        .fail()
        .map(this::read)
        .onFailure()
        .recoverWithItem(this::unanswered);
  }

  private CloudAnswer read(RestResponse<String> response) {
    return switch (response.getStatus()) {
      case 200 -> readBody(response.getEntity());
      case 404 -> new CloudAnswer.NotSeen(now());
      case 401, 403 ->
          new CloudAnswer.Unknown(
              now(), "HTTP " + response.getStatus() + ": the cloud refuses our API key");
      default -> new CloudAnswer.Unknown(now(), "HTTP " + response.getStatus());
    };
  }

  private CloudAnswer readBody(@Nullable String body) {
    if (body == null) {
      return new CloudAnswer.Unknown(now(), "the answer is empty");
    }
    if (body.length() > LONGEST_ANSWER) {
      return new CloudAnswer.Unknown(now(), "the answer is too long");
    }
    if (body.contains(apiKey)) {
      return new CloudAnswer.Unknown(now(), "the answer repeats our API key");
    }
    try {
      var terminal = JSON.readValue(body, PayterTerminal.class);
      if (terminal == null) {
        return new CloudAnswer.Unknown(now(), "the answer is empty");
      }
      // Escaped, it was not in the text.
      return terminal.state() != null && terminal.state().contains(apiKey)
          ? new CloudAnswer.Unknown(now(), "the answer repeats our API key")
          : terminal.toAnswer(now());
    } catch (JsonProcessingException | IllegalArgumentException nonsense) {
      return new CloudAnswer.Unknown(now(), "the answer is not the JSON of a terminal");
    }
  }

  private CloudAnswer unanswered(Throwable failure) {
    return new CloudAnswer.Unknown(
        now(),
        switch (failure) {
          case TimeoutException _ -> "no answer within " + timeout.toMillis() + " ms";
          case IOException _, VertxException _ -> "the cloud cannot be reached";
          default -> "the answer cannot be read";
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
