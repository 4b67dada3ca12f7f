package dev.holdfast.terminal.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.holdfast.terminal.core.CloudAnswer;
import dev.holdfast.terminal.core.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.CloudAnswer.Seen;
import dev.holdfast.terminal.core.CloudAnswer.Unknown;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.client.api.LoggingScope;

/**
 * The way to one cloud. Whatever happens on it is an answer; the key is in none, and goes to no
 * other address: a redirect is not followed.
 *
 * @param <A> what the cloud can be asked; every status is an answer there, none an exception
 */
public final class HttpCloud<A> {
  private static final int LONGEST_ANSWER = 65_536;

  private final A api;
  private final String key;
  private final Duration timeout;
  private final InstantSource clock;

  /** Asks at that address with that key, and waits so long for each answer. */
  public HttpCloud(Class<A> api, URI address, String key, Duration timeout, InstantSource clock) {
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
            .build(api);
    this.key = key;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** How a vendor's own answer is read; what cannot be read is an answer, too. */
  public interface Reading {
    /** What the cloud says with a body that is neither empty nor endless. */
    CloudAnswer of(String body, Instant at) throws JsonProcessingException;
  }

  /**
   * What the cloud answers to a question; never fails.
   *
   * @param shown reads the answer of a cloud that shows the terminal
   * @param isDenial does the body of a 404 say that the cloud does not know the terminal?
   */
  public Uni<CloudAnswer> ask(
      Function<A, Uni<Response>> question, Reading shown, Predicate<String> isDenial) {
    return question
        .apply(api)
        .ifNoItem()
        .after(timeout)
        .fail()
        .map(response -> read(response, shown, isDenial))
        .onFailure()
        .recoverWithItem(this::unanswered);
  }

  private CloudAnswer read(Response response, Reading shown, Predicate<String> isDenial) {
    return switch (response.getStatus()) {
      case 200 -> read(bodyOf(response), shown);
      case 404 -> isDenial.test(bodyOf(response)) ? new NotSeen(now()) : unknown("HTTP 404");
      case 401, 403 -> unknown("HTTP " + response.getStatus() + ": the cloud refuses our API key");
      default -> unknown("HTTP " + response.getStatus());
    };
  }

  private static String bodyOf(Response response) {
    return Objects.requireNonNullElse(response.readEntity(String.class), "");
  }

  private CloudAnswer read(String body, Reading reading) {
    if (body.isEmpty()) {
      return unknown("the answer is empty");
    }
    if (body.length() > LONGEST_ANSWER) {
      return unknown("the answer is too long");
    }
    if (body.contains(key)) {
      return unknown("the answer repeats our API key");
    }
    try {
      var answer = reading.of(body, now());
      // Escaped, it was not in the text.
      return answer instanceof Seen seen && seen.state().contains(key)
          ? unknown("the answer repeats our API key")
          : answer;
    } catch (JsonProcessingException | IllegalArgumentException nonsense) {
      return unknown("the answer is not the JSON of a terminal");
    }
  }

  private CloudAnswer unanswered(Throwable failure) {
    return unknown(
        switch (failure) {
          case TimeoutException _ -> "no answer within " + timeout.toMillis() + " ms";
          case IOException _, VertxException _ -> "the cloud cannot be reached";
          default -> "the answer cannot be read";
        });
  }

  private CloudAnswer unknown(String reason) {
    return new Unknown(now(), reason);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
