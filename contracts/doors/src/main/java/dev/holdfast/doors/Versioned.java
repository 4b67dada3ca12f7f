package dev.holdfast.doors;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What is answered with its version as an ETag, for who wants to change it. */
public interface Versioned {
  /** Grows with every change. */
  long version();

  /** The answer, with its ETag. */
  static <T extends Versioned> RestResponse<T> of(Status status, T body) {
    return RestResponse.ResponseBuilder.create(status, body)
        .header(HttpHeaders.ETAG, etag(body))
        .build();
  }

  /** The refusal of what was decided on another version or on none, with what is there now. */
  static HttpProblem stale(HttpProblem refusal, Optional<? extends Versioned> newest) {
    var problem = HttpProblem.builder(refusal);
    newest.ifPresent(
        there -> problem.with("newest", there).withHeader(HttpHeaders.ETAG, etag(there)));
    return problem.build();
  }

  private static String etag(Versioned body) {
    return "\"" + body.version() + "\"";
  }
}
