package dev.holdfast.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.testkit.OpenApiDocument.Door;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a stranger can work with the OpenAPI document of a service alone: generate a client from
 * it, and see an example of whatever is sent and answered.
 */
public final class DocumentRules {
  private final OpenApiDocument document;
  private final DescribedShapes shapes;
  private final List<String> faults = new ArrayList<>();

  private DocumentRules(OpenApiDocument document) {
    this.document = document;
    this.shapes = new DescribedShapes(document);
  }

  /** What is wrong with the document of the application under test. */
  public static List<String> faults() {
    return faults(OpenApiDocument.ofApplication());
  }

  static List<String> faults(OpenApiDocument document) {
    var rules = new DocumentRules(document);
    rules.schemas();
    Set<String> ids = new HashSet<>();
    for (var door : document.doors()) {
      var id = door.operation().path("operationId").asText();
      rules.check(!id.isEmpty() && ids.add(id), door + " has no operationId of its own: " + id);
      rules.check(!door.operation().path("summary").asText().isEmpty(), door + " has no summary");
      rules.answers(door);
      rules.examples(door + " takes", door.content());
    }
    return List.copyOf(rules.faults);
  }

  private void schemas() {
    var used = document.json().toString();
    for (var schema : document.json().at("/components/schemas").properties()) {
      var name = schema.getKey();
      check(used.contains("\"#/components/schemas/" + name + "\""), name + " is used nowhere");
      check(!name.matches(".*\\d"), name + " has the name of another schema, and a number");
      freeForm(name, schema.getValue());
    }
  }

  /** An object, or anything at all, of which nothing is said. */
  private void freeForm(String where, JsonNode schema) {
    check(!schema.isEmpty(), where + " may be anything");
    check(
        !schema.path("type").toString().contains("\"object\"")
            || schema.has("properties")
            || schema.has("additionalProperties"),
        where + " is an object of which nothing is said");
    schema
        .path("properties")
        .properties()
        .forEach(one -> freeForm(where + "." + one.getKey(), one.getValue()));
    if (schema.has("items")) {
      freeForm(where + "[]", schema.path("items"));
    }
  }

  private void answers(Door door) {
    for (var answer : door.operation().path("responses").properties()) {
      var where = "%s answers %s".formatted(door, answer.getKey());
      check(!answer.getValue().path("description").asText().isEmpty(), where + ", undescribed");
      examples(where, answer.getValue().path("content"));
    }
  }

  /** Callbacks take whatever somebody else has specified. */
  private void examples(String where, JsonNode content) {
    for (var type : content.properties()) {
      if (!type.getKey().startsWith("*") && !type.getKey().equals("text/plain")) {
        examplesOf(where + " " + type.getKey(), type.getValue());
      }
    }
  }

  private void examplesOf(String where, JsonNode media) {
    if (!media.has("schema")) {
      faults.add(where + " without a schema");
      return;
    }
    List<JsonNode> examples = new ArrayList<>();
    media.path("examples").forEach(one -> examples.add(one.path("value")));
    document.resolved(media.path("schema")).path("examples").forEach(examples::add);
    check(!examples.isEmpty(), where + " without an example");
    for (JsonNode example : examples) {
      if (example.isObject()) {
        shapes
            .misfits(media.path("schema"), example.toString())
            .forEach(misfit -> faults.add("the example of what " + where + ": " + misfit));
      }
    }
  }

  private void check(boolean good, String fault) {
    if (!good) {
      faults.add(fault);
    }
  }
}
