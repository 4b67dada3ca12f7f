package dev.holdfast.authorization.rest;

import dev.holdfast.delivery.WrittenByNewer;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Something is asked for of a row that only a newer version of this service can read. */
@Provider
class NewerRow implements ExceptionMapper<WrittenByNewer> {
  @Override
  public Response toResponse(WrittenByNewer why) {
    return Problems.unreadable(String.valueOf(why.getMessage())).toResponse();
  }
}
