package dev.holdfast.delivery.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Confluent's own client, for those who want its security options: every setting under {@code
 * holdfast.schema-registry.confluent.} is handed to it. Takes the place of the built-in client.
 */
@ApplicationScoped
class ConfluentSchemaRegistry implements SchemaRegistry {
  private static final String PREFIX = "holdfast.schema-registry.confluent.";
  private static final int CAPACITY = 1000;

  /** Subject, version, schema. Not the HTTP status: a 404 of something in between is no answer. */
  private static final Set<Integer> NOT_FOUND = Set.of(40401, 40402, 40403);

  private final CachedSchemaRegistryClient client;

  ConfluentSchemaRegistry(
      @ConfigProperty(name = "holdfast.schema-registry.url") String url, Config config) {
    client = new CachedSchemaRegistryClient(url, CAPACITY, settings(config));
  }

  @Override
  public int register(String subject, Schema schema) {
    try {
      return client.register(subject, new AvroSchema(schema));
    } catch (RestClientException refused) {
      throw new IllegalStateException("The schema registry refused " + subject, refused);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  @Override
  public Optional<Integer> idOf(String subject, Schema schema) {
    return unlessNotFound(() -> client.getId(subject, new AvroSchema(schema)));
  }

  @Override
  public Optional<Schema> schemaOf(int id) {
    return unlessNotFound(() -> ((AvroSchema) client.getSchemaById(id)).rawSchema());
  }

  /** One call of the client. */
  private interface Call<T> {
    T make() throws IOException, RestClientException;
  }

  private static <T> Optional<T> unlessNotFound(Call<T> call) {
    try {
      return Optional.of(call.make());
    } catch (RestClientException answer) {
      if (NOT_FOUND.contains(answer.getErrorCode())) {
        return Optional.empty();
      }
      throw new IllegalStateException("The schema registry refused", answer);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static Map<String, String> settings(Config config) {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(PREFIX))
        .collect(
            Collectors.toMap(
                name -> name.substring(PREFIX.length()),
                name -> config.getValue(name, String.class)));
  }
}
