package dev.holdfast.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says what is wrong with a request that is too large. The server would close the connection
 * without a word, before a door is reached; it still does so where a body without a length grows
 * too large, or a path is longer than the server reads at all.
 */
@Singleton
class Bounds {
  /** Before the server's own bound (-2). */
  private static final int FIRST = 1_000;

  private static final int LONGEST_PATH = 8_000;

  private final ObjectMapper json;
  private final long largestBody;

  Bounds(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
    this.json = json;
    this.largestBody = largestBody.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext request) {
    if (request.request().uri().length() > LONGEST_PATH) {
      answer(request, EveryProblem.ofStatus(414, "").build());
    } else if (length(request) > largestBody) {
      answer(request, EveryProblem.ofStatus(413, "").with("mostBytes", largestBody).build());
    } else {
      request.next();
    }
  }

  private static long length(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    // A length that is no number is the server's to refuse.
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
  }

  /** What was not read of the request would be taken for the next one. */
  private void answer(RoutingContext request, HttpProblem problem) {
    request
        .response()
        .setStatusCode(problem.getStatusCode())
        .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(text(problem));
  }

  private String text(HttpProblem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
