package dev.holdfast.terminal.statuspage;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** The common JSON of status pages. */
interface StatusPageApi {
  @GET
  @Path("/api/v2/summary.json")
  Uni<RestResponse<String>> summary();
}
