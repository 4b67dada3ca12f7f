package dev.holdfast.terminal.stripe;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** What is used of Stripe's API. Every status is an answer, none an exception. */
interface StripeApi {
  /** The body stays text: whether it makes sense is for {@link StripeReader} to say. */
  @GET
  @Path("/v1/terminal/readers/{id}")
  Uni<Response> reader(
      @HeaderParam("Authorization") String authorization,
      @HeaderParam("Stripe-Version") String version,
      @PathParam("id") String id);
}
