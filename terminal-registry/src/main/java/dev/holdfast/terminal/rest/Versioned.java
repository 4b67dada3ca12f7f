package dev.holdfast.terminal.rest;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Answers that carry their version as an ETag, for who wants to change what was answered. */
final class Versioned {
  private Versioned() {}

  static RestResponse<TerminalAnswer> of(Status status, TerminalAnswer terminal) {
    return answer(status, terminal, terminal.version());
  }

  static RestResponse<CpoAnswer> of(Status status, CpoAnswer cpo) {
    return answer(status, cpo, cpo.version());
  }

  private static <T> RestResponse<T> answer(Status status, T body, long version) {
    return RestResponse.ResponseBuilder.create(status, body)
        .header(HttpHeaders.ETAG, "\"" + version + "\"")
        .build();
  }
}
