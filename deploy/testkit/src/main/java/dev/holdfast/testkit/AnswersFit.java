package dev.holdfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds every answer that a test sees against the OpenAPI document of the service that gave it:
 * status, type and body. A refusal must be a problem as the document describes it, whatever was
 * asked for.
 */
public final class AnswersFit implements Filter {
  private static final String PROBLEM = "application/problem+json";
  private static final JsonNode TO_PROBLEM =
      new ObjectMapper().createObjectNode().put("$ref", "#/components/schemas/Problem");

  private static final AnswersFit THIS = new AnswersFit();

  private @Nullable OpenApiDocument document;
  private @Nullable DescribedShapes shapes;

  private AnswersFit() {}

  /** From now on, until another application is tested: that one has classes of its own. */
  public static void install() {
    RestAssured.replaceFiltersWith(THIS);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    var answer = context.next(request, expected);
    var address = URI.create(request.getURI());
    var path = address.getPath();
    // Tests ask others as well, such as the simulator.
    if (address.getPort() == RestAssured.port && !path.startsWith("/q/")) {
      assertThat(faults(request.getMethod(), path, answer))
          .as("%s %s answered %d", request.getMethod(), path, answer.statusCode())
          .isEmpty();
    }
    return answer;
  }

  /** Asked for once a test asks something: before, it is not known where the application is. */
  private synchronized OpenApiDocument document() {
    if (document == null) {
      document = OpenApiDocument.ofApplication();
    }
    return document;
  }

  private synchronized DescribedShapes shapes() {
    if (shapes == null) {
      shapes = new DescribedShapes(document());
    }
    return shapes;
  }

  private List<String> faults(String method, String path, Response answer) {
    var type = answer.contentType().replaceAll(";.*", "");
    if (answer.statusCode() >= 400) {
      return type.equals(PROBLEM)
          ? shapes().misfits(TO_PROBLEM, answer.asString())
          : List.of("it is no problem, but '%s': %s".formatted(type, answer.asString()));
    }
    var door = document().door(method, path);
    if (door.isEmpty()) {
      return List.of("the document knows no such door");
    }
    var described = door.get().operation().path("responses").path("" + answer.statusCode());
    if (described.isMissingNode()) {
      return List.of(door.get() + " has no such status in the document");
    }
    for (var header : described.path("headers").properties()) {
      if (answer.header(header.getKey()) == null) {
        return List.of("it has no %s, which the document tells".formatted(header.getKey()));
      }
    }
    var content = described.path("content");
    if (content.isEmpty()) {
      return answer.asByteArray().length == 0 ? List.of() : List.of("the document tells no body");
    }
    var answered = content.path(type);
    if (answered.isMissingNode()) {
      return List.of("the document does not tell of " + type);
    }
    return type.endsWith("json")
        ? shapes().misfits(answered.path("schema"), answer.asString())
        : List.of();
  }
}
