package dev.holdfast.contracts;

import dev.holdfast.events.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The rules that every schema keeps, however deep a place lies within it. */
final class SchemaStyle {
  /**
   * Enums that can never grow, so that a reader needs nothing for a symbol that it does not know.
   */
  private static final Set<String> CLOSED_ENUMS = Set.of("Side");

  /** A field whose name ends in one of these words is an amount of money. */
  private static final Set<String> MONEY_WORDS =
      Set.of(
          "amount",
          "total",
          "price",
          "fee",
          "cost",
          "requested",
          "authorized",
          "captured",
          "released",
          "refunded",
          "shortfall",
          "payout");

  /** A field whose name ends in one of these words is a moment. */
  private static final Set<String> TIME_WORDS = Set.of("at", "since", "until");

  private static final String CAMEL_CASE = "[a-z][a-z0-9]*([A-Z][a-z0-9]+)*";
  private static final String TYPE_NAME = "([A-Z][a-z0-9]+)+";
  private static final String SYMBOL = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)*";

  private SchemaStyle() {}

  /** What breaks a rule, each as {@code <path> <fault>}; empty when nothing does. */
  static List<String> faults(Schema root) {
    return SchemaPlace.allIn(root).stream()
        .flatMap(place -> faultsAt(place).stream().map(fault -> place.path() + " " + fault))
        .distinct()
        .toList();
  }

  private static List<String> faultsAt(SchemaPlace place) {
    List<String> faults = new ArrayList<>(faultsOfType(place.schema()));
    place.field().ifPresent(field -> faults.addAll(faultsOfField(field)));
    return faults;
  }

  private static List<String> faultsOfType(Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
      return List.of("is a decimal: money is Money, any other fraction is text");
    }
    return switch (schema.getType()) {
      case FLOAT, DOUBLE -> List.of("is a binary fraction, which cannot say 0.10");
      case RECORD -> faultsOfRecord(schema);
      case ENUM -> faultsOfEnum(schema);
      case FIXED -> faultsOfNamed(schema);
      default -> List.of();
    };
  }

  private static List<String> faultsOfNamed(Schema schema) {
    List<String> faults = new ArrayList<>();
    if (isBlank(schema.getDoc())) {
      faults.add("has a type without doc: " + schema.getName());
    }
    if (!schema.getName().matches(TYPE_NAME)) {
      faults.add("has a type whose name is not in CamelCase: " + schema.getName());
    }
    return faults;
  }

  private static List<String> faultsOfRecord(Schema schema) {
    List<String> faults = new ArrayList<>(faultsOfNamed(schema));
    if (schema.getField("minorUnits") != null && !isMoney(schema)) {
      faults.add("has an amount of its own instead of Money: " + schema.getName());
    }
    return faults;
  }

  private static List<String> faultsOfEnum(Schema schema) {
    List<String> faults = new ArrayList<>(faultsOfNamed(schema));
    if (schema.getEnumDefault() == null && !CLOSED_ENUMS.contains(schema.getName())) {
      faults.add("is an enum that may grow, without a default symbol: " + schema.getName());
    }
    schema.getEnumSymbols().stream()
        .filter(symbol -> !symbol.matches(SYMBOL))
        .forEach(symbol -> faults.add("has a symbol that is not in UPPER_CASE: " + symbol));
    return faults;
  }

  private static List<String> faultsOfField(Schema.Field field) {
    List<String> faults = new ArrayList<>();
    String lastWord = lastWord(field.name());
    Schema said = withoutWrapping(field.schema());
    if (isBlank(field.doc())) {
      faults.add("has no doc");
    }
    if (!field.name().matches(CAMEL_CASE)) {
      faults.add("is not in camelCase");
    }
    if (MONEY_WORDS.contains(lastWord) && !isMoney(said)) {
      faults.add("is an amount and not Money");
    }
    if (TIME_WORDS.contains(lastWord)
        && !(said.getLogicalType() instanceof LogicalTypes.TimestampMicros)) {
      faults.add("is a moment and not timestamp-micros");
    }
    return faults;
  }

  private static boolean isMoney(Schema schema) {
    return schema.getType() == Schema.Type.RECORD
        && schema.getFullName().equals(Money.getClassSchema().getFullName());
  }

  /** The last word of a name in camelCase, small and without the s of a plural. */
  private static String lastWord(String name) {
    return name.replaceAll(".*(?=[A-Z])", "").toLowerCase(Locale.ROOT).replaceAll("s$", "");
  }

  /** What a field says once it is there: not null, and one of many. */
  private static Schema withoutWrapping(Schema schema) {
    return switch (schema.getType()) {
      case ARRAY -> withoutWrapping(schema.getElementType());
      case MAP -> withoutWrapping(schema.getValueType());
      case UNION ->
          schema.getTypes().stream()
              .filter(branch -> branch.getType() != Schema.Type.NULL)
              .findFirst()
              .map(SchemaStyle::withoutWrapping)
              .orElse(schema);
      default -> schema;
    };
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
