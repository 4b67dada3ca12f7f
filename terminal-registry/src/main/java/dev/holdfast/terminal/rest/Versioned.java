package dev.holdfast.terminal.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What is answered with its version as an ETag, for who wants to change it. */
interface Versioned {
  /** Grows with every change. */
  long version();

  static <T extends Versioned> RestResponse<T> of(Status status, T body) {
    return RestResponse.ResponseBuilder.create(status, body)
        .header(HttpHeaders.ETAG, etag(body))
        .build();
  }

  /** The refusal of what was decided on another version, with what is there now. */
  static HttpProblem stale(Wording refusal, Optional<? extends Versioned> newest) {
    var problem = HttpProblem.builder(refusal.toProblem());
    newest.ifPresent(
        there -> problem.with("newest", there).withHeader(HttpHeaders.ETAG, etag(there)));
    return problem.build();
  }

  private static String etag(Versioned body) {
    return "\"" + body.version() + "\"";
  }
}
