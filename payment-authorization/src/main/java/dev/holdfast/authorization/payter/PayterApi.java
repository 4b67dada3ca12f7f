package dev.holdfast.authorization.payter;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The protocol as Payter speaks it; amounts are minor units, waits are seconds. */
@Path("/terminals/{serial}")
interface PayterApi {
  @GET
  Uni<Response> terminal(@PathParam("serial") String serial);

  @POST
  @Path("/start")
  Uni<Response> start(
      @PathParam("serial") String serial,
      @QueryParam("authorizedAmount") long authorizedAmount,
      @QueryParam("callbackUrl") @Nullable String callbackUrl,
      @QueryParam("supportedPaymentMethods") List<String> supportedPaymentMethods);

  @GET
  @Path("/card")
  Uni<Response> card(@PathParam("serial") String serial, @QueryParam("waitTime") long waitTime);

  @POST
  @Path("/authorize")
  Uni<Response> authorize(@PathParam("serial") String serial, @RestQuery Map<String, String> more);

  @POST
  @Path("/stop")
  Uni<Response> stop(@PathParam("serial") String serial);

  @POST
  @Path("/sessions/{session}/commit")
  Uni<Response> commit(
      @PathParam("serial") String serial,
      @PathParam("session") String session,
      @QueryParam("commitAmount") long commitAmount,
      @RestQuery Map<String, String> more);

  @POST
  @Path("/sessions/{session}/cancel")
  Uni<Response> cancel(@PathParam("serial") String serial, @PathParam("session") String session);

  @POST
  @Path("/sessions/{session}/refund")
  Uni<Response> refund(
      @PathParam("serial") String serial,
      @PathParam("session") String session,
      @QueryParam("refundAmount") long refundAmount,
      @RestQuery Map<String, String> more);

  @GET
  @Path("/sessions/{session}")
  Uni<Response> session(@PathParam("serial") String serial, @PathParam("session") String session);

  @GET
  @Path("/sessions")
  Uni<Response> sessions(@PathParam("serial") String serial);
}
