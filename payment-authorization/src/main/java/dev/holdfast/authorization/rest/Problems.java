package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.ShowHolds.Found;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.ShowHolds.Unreadable;
import dev.holdfast.authorization.core.Status;
import dev.holdfast.authorization.core.admission.Admission;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.Optional;

/** Refusals as RFC 9457 problems: which field, what is wrong, and how to mend it. */
final class Problems {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  private Problems() {}

  static HttpProblem badReference(String text) {
    return problem(
        BAD_REQUEST,
        "Not a reference",
        "reference",
        text + " is not a UUID",
        "send the reference that POST /authorizations answered with");
  }

  static HttpProblem badStatus(String text) {
    return problem(
        BAD_REQUEST,
        "Not a status",
        "status",
        text + " is not a status",
        "send one of " + Arrays.toString(Status.values()));
  }

  static HttpProblem badMoment(String field, String text) {
    return problem(
        BAD_REQUEST,
        "Not a moment",
        field,
        text + " is not a moment in ISO 8601",
        "send one in UTC, for example 2026-11-25T08:00:00Z");
  }

  static HttpProblem unknownReference(String reference) {
    return problem(
        NOT_FOUND,
        "Unknown authorization",
        "reference",
        "no authorization has the reference " + reference,
        "send the reference that POST /authorizations answered with");
  }

  /** What was found, if it is here and can be read. */
  static Shown orRefused(String reference, Optional<Found> found) {
    return switch (found.orElseThrow(() -> unknownReference(reference))) {
      case Shown shown -> shown;
      case Unreadable row -> throw unreadable(row);
    };
  }

  private static HttpProblem unreadable(Unreadable row) {
    return HttpProblem.builder(unreadable(row.problem()))
        .with("unreadable", UnreadableAnswer.of(row))
        .build();
  }

  static HttpProblem unreadable(String why) {
    return problem(
        UNAVAILABLE, "Written by a newer version", "reference", why, UnreadableAnswer.REMEDY);
  }

  static HttpProblem badKey() {
    return problem(
        BAD_REQUEST,
        "Bad idempotency key",
        "Idempotency-Key",
        "the key is not 1 to 100 visible characters",
        "send a fresh random key, for example a UUID, for each new request");
  }

  static HttpProblem keyTaken() {
    return problem(
        CONFLICT,
        "Idempotency key reused",
        "Idempotency-Key",
        "another request was made with this key",
        "send the same body as before, or a fresh key");
  }

  static HttpProblem unknownTerminal(String serial) {
    return problem(
        UNPROCESSABLE,
        "Unknown terminal",
        "terminalSerial",
        "no terminal %s is registered".formatted(serial),
        "check the serial, or register the terminal in the terminal registry");
  }

  static HttpProblem noGateway(String serial, String vendor) {
    return problem(
        UNPROCESSABLE,
        "No gateway",
        "terminalSerial",
        "terminal %s is of vendor %s, which no gateway here serves".formatted(serial, vendor),
        "use a terminal of another vendor");
  }

  static HttpProblem busy(String serial) {
    return problem(
        CONFLICT,
        "Terminal is busy",
        "terminalSerial",
        "another driver is at terminal " + serial,
        "try again when that payment is held, declined or abandoned");
  }

  static HttpProblem notReady(String serial, Admission.NotReady why) {
    var see = why.isOutage() ? "wait until the vendor is up again; see GET /vendors and" : "see";
    return HttpProblem.builder(
            problem(
                CONFLICT,
                "Terminal is not ready",
                "terminalSerial",
                "terminal %s may take no card now: %s".formatted(serial, why.reasons()),
                "%s GET /terminals/%s/diagnosis of the terminal registry".formatted(see, serial)))
        .with("reasons", why.reasons())
        .build();
  }

  static HttpProblem wrong(Admission.Wrong wrong) {
    return problem(
        UNPROCESSABLE, "Request refused", wrong.field(), wrong.problem(), wrong.remedy());
  }

  static HttpProblem tooLate(String why) {
    return problem(
        CONFLICT, "Too late to cancel", "reference", why, "see GET /authorizations/{reference}");
  }

  private static HttpProblem problem(
      int status, String title, String field, String problem, String remedy) {
    return HttpProblem.builder()
        .withStatus(status)
        .withTitle(title)
        .withDetail("%s: %s; %s".formatted(field, problem, remedy))
        .with("field", field)
        .with("remedy", remedy)
        .build();
  }
}
