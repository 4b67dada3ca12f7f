package dev.holdfast.testkit;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes of a row what a newer version might have stored: one thing that nobody here knows, in each
 * place where there may be one.
 */
final class NewerRows {
  static final String UNKNOWN_CONSTANT = "OF_A_NEWER_VERSION";
  static final String UNKNOWN_FIELD = "ofANewerVersion";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> constants;

  private NewerRows(Set<String> constants) {
    this.constants = constants;
  }

  /** Texts that name a constant of the service's enums, wherever they stand, are taken for it. */
  static NewerRows of(String service) {
    return new NewerRows(
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(service).stream()
                .filter(JavaClass::isEnum)
                .map(JavaClass::reflect)
                // Not the class of a constant that has a body.
                .filter(Class::isEnum)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .collect(toUnmodifiableSet()));
  }

  /** A sample of which one column was changed. */
  record Changed(String column, StoredSample sample) {}

  Stream<Changed> of(StoredSample sample) {
    return sample.columns().entrySet().stream().flatMap(column -> of(sample, column));
  }

  private Stream<Changed> of(StoredSample sample, Map.Entry<String, String> column) {
    var text = column.getValue();
    var name = column.getKey();
    if (constants.contains(text)) {
      return Stream.of(
          new Changed(name, sample.with(name, UNKNOWN_CONSTANT, "an unknown " + name)));
    }
    if (!isJson(text)) {
      return Stream.empty();
    }
    var changed = Stream.<Changed>builder();
    var root = parsed(text);
    change(
        root,
        name,
        what -> changed.add(new Changed(name, sample.with(name, root.toString(), what))));
    return changed.build();
  }

  /** Each change is made, told and taken back. */
  private void change(JsonNode node, String path, Consumer<String> told) {
    switch (node) {
      case ObjectNode object -> change(object, path, told);
      case ArrayNode array -> change(array, path, told);
      default -> {}
    }
  }

  private void change(ObjectNode object, String path, Consumer<String> told) {
    object.put(UNKNOWN_FIELD, 1);
    told.accept("an unknown field in " + path);
    object.remove(UNKNOWN_FIELD);
    for (var field : object.properties()) {
      var place = path + "." + field.getKey();
      if (isConstant(field.getValue())) {
        var known = field.setValue(TextNode.valueOf(UNKNOWN_CONSTANT));
        told.accept("an unknown " + place);
        field.setValue(known);
      }
      change(field.getValue(), place, told);
    }
  }

  private void change(ArrayNode array, String path, Consumer<String> told) {
    for (int i = 0; i < array.size(); i++) {
      var place = path + "[" + i + "]";
      if (isConstant(array.get(i))) {
        var known = array.get(i);
        array.set(i, TextNode.valueOf(UNKNOWN_CONSTANT));
        told.accept("an unknown " + place);
        array.set(i, known);
      }
      change(array.get(i), place, told);
    }
  }

  private boolean isConstant(JsonNode node) {
    return node.isTextual() && constants.contains(node.textValue());
  }

  /** Does one text say all that the other says? JSON may say more, a defaulted field, for one. */
  static boolean keeps(String before, String after) {
    return before.equals(after)
        || (isJson(before) && isJson(after) && keeps(parsed(before), parsed(after)));
  }

  private static boolean keeps(JsonNode before, JsonNode after) {
    return switch (before) {
      case ObjectNode object ->
          object.properties().stream()
              .allMatch(field ->
                  after.has(field.getKey())
                      ? keeps(field.getValue(), after.get(field.getKey()))
                      : field.getValue().isNull());
      case ArrayNode array ->
          after.size() == array.size()
              && IntStream.range(0, array.size()).allMatch(i -> keeps(array.get(i), after.get(i)));
      default -> before.equals(after);
    };
  }

  private static boolean isJson(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
