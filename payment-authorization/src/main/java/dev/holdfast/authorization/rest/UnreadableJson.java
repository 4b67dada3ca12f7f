package dev.holdfast.authorization.rest;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bodies that cannot be read: as problems that name the field, and no class of ours. */
class UnreadableJson {
  /** Before the library's own (999), which name the Java class, or nothing at all. */
  private static final int FIRST = 900;

  @ServerExceptionMapper(priority = FIRST)
  Response wrongValue(MismatchedInputException wrong) {
    return problem(wrong).toResponse();
  }

  /** What Jackson cannot even take apart arrives wrapped; all else stays as it is. */
  @ServerExceptionMapper(priority = FIRST)
  Response wrapped(WebApplicationException failure) {
    var problem =
        switch (failure.getCause()) {
          case JsonMappingException wrong -> problem(wrong);
          case JsonProcessingException _ ->
              Problems.badBody("body", "is not well-formed JSON", "check quotes, commas, braces");
          case null, default -> plain(failure);
        };
    return problem.toResponse();
  }

  private static HttpProblem problem(JsonMappingException wrong) {
    var path = wrong.getPath().stream().map(UnreadableJson::nameOf).collect(joining("."));
    var field = path.isEmpty() ? "body" : path;
    return Problems.badBody(field, wrong.getOriginalMessage(), "see the schema at /q/openapi");
  }

  private static String nameOf(Reference reference) {
    return Optional.ofNullable(reference.getFieldName())
        .orElseGet(() -> String.valueOf(reference.getIndex()));
  }

  private static HttpProblem plain(WebApplicationException failure) {
    var status = failure.getResponse().getStatusInfo();
    return HttpProblem.builder()
        .withStatus(status.getStatusCode())
        .withTitle(status.getReasonPhrase())
        .withDetail(failure.getMessage())
        .build();
  }
}
