package dev.holdfast.settlement.rest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A record of a topic as JSON shows it: the schema's names, and no field that is null. */
final class SaidFields {
  private SaidFields() {}

  static Map<String, Object> of(SpecificRecord said) {
    var fields = new LinkedHashMap<String, Object>();
    for (Schema.Field field : said.getSchema().getFields()) {
      Object value = value(said.get(field.pos()));
      if (value != null) {
        fields.put(field.name(), value);
      }
    }
    return fields;
  }

  private static @Nullable Object value(@Nullable Object said) {
    return switch (said) {
      case null -> null;
      case SpecificRecord record -> of(record);
      case Collection<?> items -> items.stream().map(SaidFields::value).toList();
      case Enum<?> symbol -> symbol.name();
      default -> said; // a text, a number, a moment: JSON's own
    };
  }
}
