package dev.holdfast.contracts;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Finds the fields of a schema that are marked as identifiers, however deep they lie. */
final class Identifiers {
  private static final String MARK = "holdfast.id";

  private Identifiers() {}

  /** Their names, each behind the names of the fields that it lies in. */
  static Set<String> of(Schema schema) {
    return in("", schema).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> in(String path, Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> schema.getFields().stream().flatMap(field -> in(path, field));
      case ARRAY -> in(path, schema.getElementType());
      case MAP -> in(path, schema.getValueType());
      case UNION -> schema.getTypes().stream().flatMap(one -> in(path, one));
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> Stream.empty();
    };
  }

  private static Stream<String> in(String path, Schema.Field field) {
    var name = path + (path.isEmpty() ? "" : ".") + field.name();
    return Boolean.TRUE.equals(field.getObjectProp(MARK))
        ? Stream.of(name)
        : in(name, field.schema());
  }
}
