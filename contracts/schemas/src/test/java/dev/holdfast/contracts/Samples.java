package dev.holdfast.contracts;

import dev.holdfast.events.Money;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Small schemas to try the rules on, written as JSON with single quotes, which Java reads better.
 */
final class Samples {
  private Samples() {}

  /** A record named Sample with these fields; Money may be used by its name. */
  static Schema record(Collection<String> fields) {
    return parse(
        """
        {'type': 'record', 'name': 'Sample', 'namespace': 'dev.holdfast.events', 'doc': 'A sample.',
         'fields': [%s]}
        """
            .formatted(String.join(",", fields)));
  }

  /** Any schema; Money may be used by its name. */
  static Schema parse(String json) {
    Schema.Parser parser = new Schema.Parser();
    parser.addTypes(List.of(Money.getClassSchema()));
    return parser.parse(json.replace('\'', '"'));
  }

  /** A field with a doc and no default. */
  static String field(String name, String type) {
    return "{'name': '%s', 'type': %s, 'doc': 'A field.'}".formatted(name, type);
  }

  /** A field with a doc and a default. */
  static String field(String name, String type, String defaultValue) {
    return "{'name': '%s', 'type': %s, 'doc': 'A field.', 'default': %s}"
        .formatted(name, type, defaultValue);
  }

  /** The type of an enum with a doc, named after its default; named Side and closed without one. */
  static String enumOf(String symbols, String defaultSymbol) {
    return defaultSymbol.isEmpty()
        ? "{'type': 'enum', 'name': 'Side', 'doc': 'A side.', 'symbols': [%s]}".formatted(symbols)
        : "{'type': 'enum', 'name': 'Mood', 'doc': 'A mood.', 'symbols': [%s], 'default': '%s'}"
            .formatted(symbols, defaultSymbol);
  }
}
