package dev.holdfast.doors;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Makes the OpenAPI document true at build time, from what the code says anyway: a component of a
 * record is required unless it is {@code @Nullable}, and whatever is not answered otherwise is a
 * problem.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribeDoors implements OASFilter {
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");

  private final IndexView classes;

  /** Of the classes of a service. */
  public DescribeDoors(IndexView classes) {
    this.classes = classes;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    Map<String, Schema> schemas =
        Objects.requireNonNullElse(document.getComponents().getSchemas(), Map.of());
    schemas.forEach(
        (name, schema) -> recordOf(name, schema).ifPresent(record -> describe(record, schema)));
    Optional.ofNullable(schemas.get("Amount")).ifPresent(DescribeDoors::leaveUnbounded);
    document.getComponents().addSchema(DescribedProblem.NAME, DescribedProblem.schema());
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(DescribeDoors::addProblem));
  }

  /**
   * A generic record's schema is named after it and what it holds, the second one of a name has a
   * number; of those that it may be, the one with most of its properties.
   */
  private Optional<ClassInfo> recordOf(String name, Schema schema) {
    Set<String> properties =
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of()).keySet();
    return classes.getKnownClasses().stream()
        .filter(ClassInfo::isRecord)
        .filter(record -> record.name().packagePrefix().startsWith("dev.holdfast"))
        .filter(record ->
            record.typeParameters().isEmpty()
                ? record.simpleName().equals(name.replaceAll("\\d+$", ""))
                : name.startsWith(record.simpleName()))
        .max(
            Comparator.comparingLong(record ->
                properties.stream().filter(one -> record.recordComponent(one) != null).count()));
  }

  /** What is sent has bounds; what is answered has none, and is of the same type. */
  private static void leaveUnbounded(Schema amount) {
    amount.getProperties().values().forEach(part -> part.exclusiveMinimum(null).maximum(null));
  }

  private static void describe(ClassInfo record, Schema schema) {
    Map<String, Schema> properties =
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of());
    List<String> required = new ArrayList<>();
    for (var component : record.recordComponents()) {
      Schema property = properties.get(component.name());
      if (property == null) {
        continue;
      }
      if (component.type().hasAnnotation(NULLABLE)) {
        schema.addProperty(component.name(), nullable(property));
      } else {
        required.add(component.name());
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
  }

  private static Schema nullable(Schema property) {
    if (property.getType() != null) {
      if (!property.getType().contains(SchemaType.NULL)) {
        property.addType(SchemaType.NULL);
      }
      return property;
    }
    return property.getAnyOf() == null
        ? OASFactory.createSchema()
            .addAnyOf(property)
            .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL))
        : property;
  }

  private static void addProblem(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> {
          if (status.matches("[45]..")) {
            response.setContent(DescribedProblem.refusal("").getContent());
          }
        });
    operation
        .getResponses()
        .addAPIResponse("default", DescribedProblem.refusal("A refusal, or a failure"));
  }
}
