package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.postgres.LeftAlone;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says of a row that this version cannot read why, and who can. */
class LeftAloneProblem {
  @ServerExceptionMapper
  Response toResponse(LeftAlone left) {
    return Problems.leftAlone(String.valueOf(left.getMessage())).toResponse();
  }
}
