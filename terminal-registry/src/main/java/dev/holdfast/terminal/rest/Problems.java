package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;

/** Refusals as RFC 9457 problems: which field, what is wrong, and how to mend it. */
final class Problems {
  private static final int UNPROCESSABLE = 422;

  private Problems() {}

  static HttpProblem of(String serial, Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotRegistered _ -> noTerminal(serial);
      case Refusal.AlreadyRetired _ ->
          problem(
              Status.CONFLICT.getStatusCode(),
              "Terminal is retired",
              "serial",
              serial + " is retired for ever; register the terminal that took its place");
      case Refusal.CpoUnknown unknown ->
          problem(
              UNPROCESSABLE,
              "CPO is not known",
              "cpoId",
              unknown.cpoId() + " is not known here: PUT /cpos/" + unknown.cpoId() + " first");
      case Refusal.HoldNeeded needed ->
          problem(
              UNPROCESSABLE,
              "Hold is needed",
              "hold",
              "no contactless limit is known for "
                  + needed.country()
                  + ": give the terminal a hold");
      case Refusal.HoldInOtherCurrency other ->
          problem(
              UNPROCESSABLE,
              "Hold is in another currency",
              "hold.currency",
              "is " + other.holdCurrency() + ", but the terminal takes " + other.currency());
    };
  }

  static HttpProblem noTerminal(String serial) {
    return problem(
        Status.NOT_FOUND.getStatusCode(),
        "Terminal is not registered",
        "serial",
        serial + " is not registered here: check the serial, or PUT /terminals/" + serial);
  }

  static HttpProblem noCpo(String cpoId) {
    return problem(
        Status.NOT_FOUND.getStatusCode(),
        "CPO is not known",
        "cpoId",
        cpoId + " is not known here: PUT /cpos/" + cpoId + " first");
  }

  static HttpProblem badField(String field, String remedy) {
    return problem(Status.BAD_REQUEST.getStatusCode(), "Bad Request", field, remedy);
  }

  private static HttpProblem problem(int status, String title, String field, String remedy) {
    return HttpProblem.builder()
        .withStatus(status)
        .withTitle(title)
        .withDetail(field + ": " + remedy)
        .with("field", field)
        .with("remedy", remedy)
        .build();
  }
}
