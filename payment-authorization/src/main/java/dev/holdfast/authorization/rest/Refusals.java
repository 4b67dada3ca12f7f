package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.ShowHolds.Found;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.ShowHolds.Unreadable;
import dev.holdfast.authorization.core.Refusal;
import dev.holdfast.authorization.core.admission.Admission;
import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.doors.IdempotencyKey;
import dev.holdfast.doors.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What is answered where something cannot be done: which field, what is wrong, and the remedy. */
final class Refusals {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final String TERMINAL = "terminalSerial";

  private Refusals() {}

  /** What was found, if it is here and can be read. */
  static Shown orRefused(UUID reference, Optional<Found> found) {
    return switch (found.orElseThrow(() -> unknown(reference))) {
      case Shown shown -> shown;
      case Unreadable(_, _, var why) -> throw why;
    };
  }

  private static HttpProblem unknown(UUID reference) {
    return Problems.of(
            NOT_FOUND,
            "Unknown authorization",
            "reference",
            "no authorization has the reference " + reference,
            "send the reference that POST /authorizations answered with")
        .build();
  }

  static HttpProblem badKey() {
    return IdempotencyKey.refused("the key is not 1 to 100 visible characters", "request");
  }

  static HttpProblem keyTaken() {
    return IdempotencyKey.reused("another request was made with this key");
  }

  static HttpProblem unknownTerminal(String serial) {
    return Problems.of(
            UNPROCESSABLE,
            "Unknown terminal",
            TERMINAL,
            "no terminal %s is registered".formatted(serial),
            "check the serial, or register the terminal in the terminal registry")
        .build();
  }

  static HttpProblem noGateway(String serial, String vendor) {
    return Problems.of(
            UNPROCESSABLE,
            "No gateway",
            TERMINAL,
            "terminal %s is of vendor %s, which no gateway here serves".formatted(serial, vendor),
            "use a terminal of another vendor")
        .build();
  }

  static HttpProblem busy(String serial) {
    return Problems.of(
            CONFLICT,
            "Terminal is busy",
            TERMINAL,
            "another driver is at terminal " + serial,
            "try again when that payment is held, declined or abandoned")
        .build();
  }

  static HttpProblem notReady(String serial, Admission.NotReady why) {
    var see = why.isOutage() ? "wait until the vendor is up again; see GET /vendors and" : "see";
    return Problems.of(
            CONFLICT,
            "Terminal is not ready",
            TERMINAL,
            "terminal %s may take no card now: %s".formatted(serial, why.reasons()),
            "%s GET /terminals/%s/diagnosis of the terminal registry".formatted(see, serial))
        .with("reasons", why.reasons())
        .build();
  }

  static HttpProblem tooMany(Duration after) {
    return Problems.notNow(
        "Too many taps",
        "decisions wait for %d s here to be written".formatted(after.toSeconds()),
        "ask again after retryAfter seconds, with the same Idempotency-Key",
        after);
  }

  static HttpProblem wrong(Admission.Wrong wrong) {
    return Problems.of(
            UNPROCESSABLE, "Request refused", wrong.field(), wrong.problem(), wrong.remedy())
        .build();
  }

  static HttpProblem tooLate(String why) {
    return Problems.of(
            CONFLICT, "Too late to cancel", "reference", why, "see GET /authorizations/{reference}")
        .build();
  }

  static HttpProblem notPossible(Refusal why, AuthorizationAnswer newest) {
    return Problems.of(
            CONFLICT,
            "Not possible",
            why == Refusal.NO_SUCH_ATTENTION ? "number" : "attempt",
            why.words(),
            "see the attempts and attentions of GET /authorizations/" + newest.reference())
        .with("newest", newest)
        .build();
  }

  static HttpProblem needed(String field, String happened) {
    return Problems.refused(
        field, "is missing, and %s needs it".formatted(happened), "send it along");
  }

  static HttpProblem vendorOrCpo() {
    return Problems.refused(
        "vendor", "one of vendor and cpoId is needed, and one alone", "send one of them");
  }

  static HttpProblem nothingHalted(UUID id) {
    return Problems.of(
            NOT_FOUND,
            "Nothing stands still",
            "id",
            "nothing stands still under " + id,
            "see GET /halts for what does")
        .build();
  }

  static HttpProblem halted(Halt halt) {
    return Problems.of(
            CONFLICT,
            "Taps are halted",
            TERMINAL,
            "%s lets no tap in since %s: %s".formatted(halt.by(), halt.since(), halt.reason()),
            "wait until they go on; see GET /halts")
        .build();
  }
}
