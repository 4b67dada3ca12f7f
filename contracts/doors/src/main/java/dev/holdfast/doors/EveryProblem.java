package dev.holdfast.doors;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Gives every problem a field, a detail and a remedy: also those that the framework and Bean
 * Validation word.
 */
@ApplicationScoped
class EveryProblem implements ProblemPostProcessor {
  /** Before it is logged (101): what somebody sent must not forge a line of the log. */
  private static final int FIRST = 1_000;

  @Override
  public int priority() {
    return FIRST;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    if (problem.getParameters().containsKey("remedy")) {
      return problem;
    }
    if (problem.getParameters().get("violations") instanceof List<?> violations) {
      return ofViolations(
          problem,
          violations.stream()
              .map(Violation.class::cast)
              .sorted(Comparator.comparing((Violation violation) -> violation.field))
              .toList());
    }
    return context.cause instanceof HttpProblem
        ? completed(problem)
        : ofStatus(problem.getStatusCode(), Objects.requireNonNullElse(problem.getDetail(), ""))
            .build();
  }

  /** What a door has said itself stays as it is. */
  private static HttpProblem completed(HttpProblem problem) {
    int status = problem.getStatusCode();
    String title = Objects.requireNonNullElse(problem.getTitle(), Problems.reason(status));
    String detail = Objects.requireNonNullElse(problem.getDetail(), title);
    var completed =
        HttpProblem.builder(problem)
            .withTitle(title)
            .withDetail(Problems.shown(detail))
            .with("remedy", remedy(status));
    return problem.getParameters().containsKey("field")
        ? completed.build()
        : completed.with("field", field(status)).build();
  }

  private static String field(int status) {
    return status < 500 ? "request" : "service";
  }

  private static String remedy(int status) {
    return status < 500
        ? "see /q/openapi for what this path takes"
        : "ask again later; the log of the service tells the cause";
  }

  /** The first is the problem's own field; all are listed. */
  private static HttpProblem ofViolations(HttpProblem problem, List<Violation> violations) {
    Violation first = violations.getFirst();
    return Problems.of(
            problem.getStatusCode(),
            Problems.reason(problem.getStatusCode()),
            first.field,
            "is not as it must be",
            first.message)
        .with("violations", violations)
        .build();
  }

  static HttpProblem.Builder ofStatus(int status, String detail) {
    return switch (status) {
      case 404 ->
          said(status, "path", "nothing is here", "see /q/openapi for what is; check the address");
      case 405 ->
          said(
              status, "method", "is not known here", "see /q/openapi for the methods of this path");
      case 406 ->
          said(status, "Accept", "nothing that is here is of this type", "leave the header out");
      case 413 ->
          said(status, "body", "is larger than this service takes", "send less, or in parts");
      case 414 ->
          said(status, "path", "is longer than this service reads", "ask with fewer parameters");
      case 415 ->
          said(
              status,
              "Content-Type",
              "is none that is read here",
              "see /q/openapi for what this path takes; mostly application/json");
      default ->
          said(
              status,
              field(status),
              detail.isEmpty() ? Problems.reason(status) : detail,
              remedy(status));
    };
  }

  private static HttpProblem.Builder said(int status, String field, String what, String remedy) {
    return Problems.of(status, Problems.reason(status), field, what, remedy);
  }
}
