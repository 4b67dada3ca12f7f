package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.Rows;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says of a row that this version cannot read why, and who can. */
class UnreadableRowProblem {
  @ServerExceptionMapper
  Response toResponse(Rows.Unreadable left) {
    return Refusals.unreadable(String.valueOf(left.getMessage())).toProblem().toResponse();
  }
}
