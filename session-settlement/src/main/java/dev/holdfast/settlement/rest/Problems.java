package dev.holdfast.settlement.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** What is answered where something cannot be done: which field, what is wrong, how to mend it. */
final class Problems {
  private Problems() {}

  static HttpProblem refused(String field, @Nullable Object value, String remedy) {
    return of(Status.BAD_REQUEST, field, value + " is not possible", remedy);
  }

  /** A row is left to the newer version that wrote it. */
  static HttpProblem newer(String field, Throwable newer) {
    return of(
        Status.CONFLICT,
        field,
        String.valueOf(newer.getMessage()),
        "send it to an instance that is newer, or update this one");
  }

  static HttpProblem of(Status status, String field, String what, String remedy) {
    return HttpProblem.builder()
        .withStatus(status)
        .withTitle(status.getReasonPhrase())
        .withDetail("%s: %s; %s".formatted(field, what, remedy))
        .with("field", field)
        .with("remedy", remedy)
        .build();
  }
}
