package dev.holdfast.doors;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What the OpenAPI document says of versions: the ETag of each answer that has one, and how a
 * change is refused that was decided on another.
 *
 * @param versioned references to the schemas of what is {@link Versioned}
 */
record DescribedVersion(Set<String> versioned) {
  void describe(Operation operation) {
    if (operation.getResponses() == null) {
      return;
    }
    operation.getResponses().getAPIResponses().values().stream()
        .filter(this::isVersioned)
        .forEach(answer -> answer.addHeader("ETag", etag()));
    List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
    if (parameters.stream().anyMatch(one -> "If-Match".equals(one.getName()))) {
      operation
          .getResponses()
          .addAPIResponse("412", refusal("Another version is there: newest tells it"))
          .addAPIResponse("428", refusal("It is there, and If-Match is missing: newest tells it"));
    }
  }

  private boolean isVersioned(APIResponse answer) {
    return answer.getContent() != null
        && answer.getContent().getMediaTypes().values().stream()
            .flatMap(type -> Stream.ofNullable(type.getSchema()))
            .flatMap(schema -> Stream.ofNullable(schema.getRef()))
            .anyMatch(versioned::contains);
  }

  private static APIResponse refusal(String description) {
    return DescribedProblem.refusal(description).addHeader("ETag", etag());
  }

  private static Header etag() {
    return OASFactory.createHeader()
        .description("The version that is there, in quotes: to be sent back as If-Match")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }
}
