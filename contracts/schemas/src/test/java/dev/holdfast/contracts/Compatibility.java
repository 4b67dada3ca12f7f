package dev.holdfast.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Whether two versions of a schema may be used side by side: what Avro's rules say in both
 * directions, and the changes that Avro lets pass although a reader would understand them wrongly.
 */
final class Compatibility {
  private Compatibility() {}

  /** What keeps a reader of one version from understanding the other; empty when nothing does. */
  static List<String> breaks(Schema current, Schema released) {
    List<String> breaks = new ArrayList<>();
    breaks.addAll(faultsOfReading("current does not read released", current, released));
    breaks.addAll(faultsOfReading("released does not read current", released, current));
    breaks.addAll(changedMeanings(current, released));
    return breaks;
  }

  private static List<String> faultsOfReading(String what, Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(fault -> what + ": " + fault.getType() + " at " + fault.getLocation())
        .toList();
  }

  private static List<String> changedMeanings(Schema current, Schema released) {
    Map<String, SchemaPlace> now =
        SchemaPlace.allIn(current).stream()
            .collect(Collectors.toMap(SchemaPlace::path, Function.identity()));
    List<String> breaks = new ArrayList<>();
    for (SchemaPlace then : SchemaPlace.allIn(released)) {
      SchemaPlace same = now.get(then.path());
      if (same != null) {
        breaks.addAll(changedMeaning(same, then));
      }
    }
    return breaks;
  }

  private static List<String> changedMeaning(SchemaPlace now, SchemaPlace then) {
    List<String> breaks = new ArrayList<>();
    if (!Objects.equals(now.schema().getLogicalType(), then.schema().getLogicalType())) {
      breaks.add("the logical type changed at " + now.path());
    }
    if (losesSymbols(now.schema(), then.schema())) {
      breaks.add("a symbol is gone, and old records would be read as the default at " + now.path());
    }
    if (!Objects.equals(defaultOf(now), defaultOf(then))) {
      breaks.add("the default changed at " + now.path());
    }
    return breaks;
  }

  private static boolean losesSymbols(Schema now, Schema then) {
    return now.getType() == Schema.Type.ENUM
        && then.getType() == Schema.Type.ENUM
        && !now.getEnumSymbols().containsAll(then.getEnumSymbols());
  }

  /** What a reader puts where the writer had nothing; the text "none" where it would fail. */
  private static String defaultOf(SchemaPlace place) {
    String ofEnum =
        place.schema().getType() == Schema.Type.ENUM ? " " + place.schema().getEnumDefault() : "";
    return place.field().map(Schema.Field::defaultVal).map(Object::toString).orElse("none")
        + ofEnum;
  }
}
