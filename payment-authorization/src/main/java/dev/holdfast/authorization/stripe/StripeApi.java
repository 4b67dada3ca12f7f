package dev.holdfast.authorization.stripe;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The protocol as Stripe publishes it; amounts are in the units of {@link StripeCurrencies}. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
interface StripeApi {
  /** The charge comes with the intent: it shows the card and the end of the hold. */
  String CHARGE = "latest_charge";

  @POST
  @Path("/payment_intents")
  Uni<Response> create(
      @HeaderParam("Idempotency-Key") String key, MultivaluedMap<String, String> parameters);

  @GET
  @Path("/payment_intents/{intent}")
  Uni<Response> intent(@PathParam("intent") String intent, @QueryParam("expand[]") String expand);

  @POST
  @Path("/payment_intents/{intent}")
  Uni<Response> update(
      @HeaderParam("Idempotency-Key") String key,
      @PathParam("intent") String intent,
      @FormParam("metadata[hold]") String hold);

  @GET
  @Path("/payment_intents/search")
  Uni<Response> search(@QueryParam("query") String query);

  @POST
  @Path("/payment_intents/{intent}/increment_authorization")
  Uni<Response> increment(
      @HeaderParam("Idempotency-Key") String key,
      @PathParam("intent") String intent,
      @FormParam("amount") long newTotal,
      @FormParam("expand[]") String expand);

  @POST
  @Path("/payment_intents/{intent}/capture")
  Uni<Response> capture(
      @HeaderParam("Idempotency-Key") String key,
      @PathParam("intent") String intent,
      @FormParam("amount_to_capture") long amount,
      @FormParam("expand[]") String expand);

  @POST
  @Path("/payment_intents/{intent}/cancel")
  Uni<Response> cancel(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("intent") String intent,
      @FormParam("expand[]") String expand);

  @POST
  @Path("/refunds")
  Uni<Response> refund(
      @HeaderParam("Idempotency-Key") String key, MultivaluedMap<String, String> parameters);

  @GET
  @Path("/refunds")
  Uni<Response> refunds(
      @QueryParam("payment_intent") String intent, @QueryParam("limit") int limit);

  @GET
  @Path("/terminal/readers/{reader}")
  Uni<Response> reader(@PathParam("reader") String reader);

  @POST
  @Path("/terminal/readers/{reader}/process_payment_intent")
  Uni<Response> process(
      @PathParam("reader") String reader,
      @FormParam("payment_intent") String intent,
      @FormParam("process_config[skip_tipping]") boolean skipTipping);

  @POST
  @Path("/terminal/readers/{reader}/cancel_action")
  Uni<Response> cancelAction(@PathParam("reader") String reader);
}
