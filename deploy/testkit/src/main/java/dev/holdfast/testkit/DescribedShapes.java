package dev.holdfast.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds JSON against the schemas of an OpenAPI document. What a schema does not tell of must not be
 * there.
 */
final class DescribedShapes {
  private final OpenApiDocument document;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  DescribedShapes(OpenApiDocument document) {
    this.document = document;
  }

  /** What of the text is otherwise than the schema says. */
  List<String> misfits(JsonNode schema, String text) {
    try {
      return schemas
          .computeIfAbsent(schema.toString(), _ -> compiled(schema))
          .validate(new ObjectMapper().readTree(text))
          .stream()
          .map(Error::toString)
          .toList();
    } catch (JsonProcessingException broken) {
      return List.of("it is no JSON: " + text);
    }
  }

  private Schema compiled(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    ObjectNode components = document.json().path("components").deepCopy();
    components.path("schemas").properties().forEach(one -> close(one.getKey(), one.getValue()));
    whole.set("components", components);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
  }

  /** A problem may say more. */
  private static void close(String name, JsonNode schema) {
    if (schema instanceof ObjectNode object
        && schema.has("properties")
        && !schema.has("additionalProperties")
        && !name.equals("Problem")) {
      object.put("additionalProperties", false);
    }
  }
}
