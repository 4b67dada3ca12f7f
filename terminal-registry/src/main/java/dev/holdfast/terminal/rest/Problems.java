package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.Refusal;
import dev.holdfast.terminal.core.cpo.Contract;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;

/** Refusals as RFC 9457 problems: which field, what is wrong, and how to mend it. */
final class Problems {
  private static final int UNPROCESSABLE = 422;

  private Problems() {}

  static HttpProblem of(String id, Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotRegistered _ -> noTerminal(id);
      case Refusal.AlreadyRetired _ ->
          problem(
              Status.CONFLICT.getStatusCode(),
              "Terminal is retired",
              "serial",
              id + " is retired for ever; register the terminal that took its place");
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
      case Refusal.SerialOfOtherVendor(var vendor) ->
          problem(
              UNPROCESSABLE,
              "Serial is of another vendor",
              "vendor",
              "is %s, but %s is no serial of that vendor: one is %s and looks like %s"
                  .formatted(vendor, id, vendor.whereSerialsStand(), vendor.examples()));
      case Refusal.HoldInOtherCurrency other ->
          problem(
              UNPROCESSABLE,
              "Hold is in another currency",
              "hold.currency",
              "is " + other.holdCurrency() + ", but the terminal takes " + other.currency());
      case Refusal.ContractOverlaps overlaps ->
          problem(
              Status.CONFLICT.getStatusCode(),
              "Contracts overlap",
              "validFrom",
              "a contract from %s to %s holds at the same time: end that one first"
                  .formatted(overlaps.other().validFrom(), end(overlaps.other())));
      case Refusal.Unreadable(var why) -> unreadable(why);
      case Refusal.ChangedMeanwhile changed ->
          problem(
              Status.PRECONDITION_FAILED.getStatusCode(),
              "Changed in the meantime",
              "If-Match, If-None-Match",
              changed.version() == 0
                  ? id + " is not known here, and that is not what was expected"
                  : "%s is at version %d: GET it, and decide again with its ETag"
                      .formatted(id, changed.version()));
    };
  }

  private static Object end(Contract contract) {
    return contract.validTo() == null ? "no agreed end" : contract.validTo();
  }

  /** Not the caller's fault: another instance may be of the version that can read it. */
  static HttpProblem unreadable(String why) {
    return HttpProblem.builder()
        .withStatus(Status.SERVICE_UNAVAILABLE)
        .withTitle("Written by a newer version")
        .withDetail(why)
        .with("remedy", "ask again when all instances of this service run the newest version")
        .build();
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

  /** {@code reported} are the clouds that have a report. */
  static HttpProblem noReport(String cloud, Collection<String> reported) {
    return problem(
        Status.NOT_FOUND.getStatusCode(),
        "Vendor's cloud has no report",
        "vendorEnvironment",
        cloud
            + " was never looked at; "
            + (reported.isEmpty()
                ? "no cloud was, yet: ask again in a minute"
                : "there are reports on " + String.join(", ", reported)));
  }

  static HttpProblem badField(String field, String remedy) {
    return problem(Status.BAD_REQUEST.getStatusCode(), "Bad Request", field, remedy);
  }

  static HttpProblem badFile(String field, String remedy) {
    return problem(UNPROCESSABLE, "File refused", field, remedy);
  }

  static HttpProblem otherType(String wanted) {
    return problem(
        Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(),
        Status.UNSUPPORTED_MEDIA_TYPE.getReasonPhrase(),
        HttpHeaders.CONTENT_TYPE,
        "must be " + wanted);
  }

  static HttpProblem tooManyLines(int most) {
    return problem(
        Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode(),
        "Too many lines",
        "body",
        "has more than %d lines: split the file, and let each part begin with the header"
            .formatted(most));
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
