package dev.holdfast.delivery.registry;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Any registry that speaks the Confluent REST API: Confluent, Apicurio, Karapace, Redpanda. */
@ApplicationScoped
@DefaultBean
class RestSchemaRegistry implements SchemaRegistry {
  private final ConfluentApi api;

  RestSchemaRegistry(@RestClient ConfluentApi api) {
    this.api = api;
  }

  @Override
  public int register(String subject, Schema schema) {
    return api.register(subject, new SchemaText(schema.toString())).id();
  }

  @Override
  public Optional<Integer> idOf(String subject, Schema schema) {
    return unlessNotFound(() -> api.lookUp(subject, new SchemaText(schema.toString())).id());
  }

  @Override
  public Optional<Schema> schemaOf(int id) {
    return unlessNotFound(() -> new Schema.Parser().parse(api.byId(id).schema()));
  }

  private static <T> Optional<T> unlessNotFound(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (WebApplicationException answer) {
      if (answer.getResponse().getStatus() == Status.NOT_FOUND.getStatusCode()) {
        return Optional.empty();
      }
      throw answer;
    }
  }
}
