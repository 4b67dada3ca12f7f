package dev.holdfast.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** What a record holds, however deep: texts, numbers, times, each with the name of its field. */
final class Leaves {
  private Leaves() {}

  static void of(IndexedRecord record, BiConsumer<String, Object> each) {
    look("", record, each);
  }

  private static void look(String field, @Nullable Object value, BiConsumer<String, Object> each) {
    switch (value) {
      case null -> {
        // an optional field that is not set
      }
      case IndexedRecord record -> {
        for (Schema.Field one : record.getSchema().getFields()) {
          String name = field + (field.isEmpty() ? "" : ".") + one.name();
          look(name, record.get(one.pos()), each);
        }
      }
      case List<?> list -> list.forEach(one -> look(field, one, each));
      case Map<?, ?> map ->
          map.forEach((key, one) -> {
            look(field, key, each);
            look(field, one, each);
          });
      default -> each.accept(field, value);
    }
  }
}
