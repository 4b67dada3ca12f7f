package dev.holdfast.delivery.registry;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of the Confluent Schema Registry REST API that delivery needs. */
@RegisterRestClient(configKey = "schema-registry")
@RegisterProvider(SilentConnections.class)
@Path("/")
@Consumes("application/vnd.schemaregistry.v1+json")
@Produces("application/json")
interface ConfluentApi {
  @POST
  @Path("subjects/{subject}/versions")
  Registered register(@PathParam("subject") String subject, SchemaText schema);

  @POST
  @Path("subjects/{subject}")
  Registered lookUp(@PathParam("subject") String subject, SchemaText schema);

  @GET
  @Path("schemas/ids/{id}")
  SchemaText byId(@PathParam("id") int id);
}
