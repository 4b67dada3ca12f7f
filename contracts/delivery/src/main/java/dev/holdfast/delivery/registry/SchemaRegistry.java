package dev.holdfast.delivery.registry;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Where schemas have numbers. All calls block; a registry that cannot be reached is an exception,
 * and worth another try.
 */
public interface SchemaRegistry {
  /** Registers the schema under the subject, or finds it there, and gives its id. */
  int register(String subject, Schema schema);

  /** The id of this schema under the subject; empty if the subject or the schema is not there. */
  Optional<Integer> idOf(String subject, Schema schema);

  /** The schema with this id; empty if there is none. */
  Optional<Schema> schemaOf(int id);
}
