package dev.holdfast.terminal.payter;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.RestResponse;

/** What is used of the cloud payment service. Every status is an answer, none an exception. */
interface PayterApi {
  /** The body stays text: whether it makes sense is for {@link PayterCloud} to say. */
  @GET
  @Path("/terminals/{serial}")
  Uni<RestResponse<String>> terminal(
      @HeaderParam("Authorization") String authorization, @PathParam("serial") String serial);
}
