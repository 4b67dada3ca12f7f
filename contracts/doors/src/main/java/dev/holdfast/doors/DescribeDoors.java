package dev.holdfast.doors;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Makes the OpenAPI document true at build time, from what the code says anyway: see {@link
 * DescribedRecord}, and whatever is not answered otherwise is a problem.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribeDoors implements OASFilter {
  /** What the library tells of its own problems: ours are described here. */
  private static final List<String> OF_THE_LIBRARY =
      List.of("HttpProblem", "HttpValidationProblem");

  private static final DotName VERSIONED = DotName.createSimple(Versioned.class);

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
    schemas.forEach((name, schema) ->
        recordOf(name, schema).ifPresent(record -> new DescribedRecord(record, schema).describe()));
    schemas.values().forEach(schema -> giveExampleOfPage(schema, schemas));
    Optional.ofNullable(schemas.get("Amount")).ifPresent(DescribeDoors::leaveUnbounded);
    OF_THE_LIBRARY.forEach(document.getComponents()::removeSchema);
    DescribedProblem.addTo(document.getComponents());
    var versions = new DescribedVersion(versioned(schemas));
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations()
                .values()
                .forEach(operation -> {
                  versions.describe(operation);
                  describe(path, operation);
                }));
  }

  private Set<String> versioned(Map<String, Schema> schemas) {
    return schemas.entrySet().stream()
        .filter(one ->
            recordOf(one.getKey(), one.getValue())
                .filter(record -> record.interfaceNames().contains(VERSIONED))
                .isPresent())
        .map(one -> "#/components/schemas/" + one.getKey())
        .collect(Collectors.toUnmodifiableSet());
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

  /** A page is shown with what its items are shown with. */
  private static void giveExampleOfPage(Schema schema, Map<String, Schema> schemas) {
    var items =
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of()).get("items");
    if (items == null || items.getItems() == null || items.getItems().getRef() == null) {
      return;
    }
    var reference = items.getItems().getRef();
    var item = schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    if (item != null && item.getExamples() != null) {
      schema.addExample(Map.of("items", item.getExamples()));
    }
  }

  /** Doors are grouped by how their paths begin, unless they say otherwise. */
  private static void describe(String path, Operation operation) {
    if (operation.getTags() == null || operation.getTags().isEmpty()) {
      operation.addTag(path.replaceAll("^/([^/]*).*", "$1"));
    }
    addProblem(operation);
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
