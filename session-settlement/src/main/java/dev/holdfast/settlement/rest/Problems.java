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

  static HttpProblem of(Status status, String field, String what, String remedy) {
    return dev.holdfast.doors.Problems.of(
            status.getStatusCode(), status.getReasonPhrase(), field, what, remedy)
        .build();
  }
}
