package dev.holdfast.terminal.payter;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** What is used of the cloud payment service. Every status is an answer, none an exception. */
interface PayterApi {
  /** The body stays text: whether it makes sense is for {@link PayterCloud} to say. */
  @GET
  @Path("/terminals/{serial}")
  Uni<Response> terminal(
      @HeaderParam("Authorization") String authorization, @PathParam("serial") String serial);
}
