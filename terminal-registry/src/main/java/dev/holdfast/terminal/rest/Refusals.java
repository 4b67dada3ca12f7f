package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Problems;
import dev.holdfast.terminal.core.Refusal;
import dev.holdfast.terminal.core.Refusal.OtherVersion;
import dev.holdfast.terminal.core.cpo.Contract;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Collection;

/** What this service refuses, in words: which field, what is wrong, and how to mend it. */
final class Refusals {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;
  private static final int PRECONDITION_REQUIRED = 428;
  private static final int UNAVAILABLE = 503;

  private Refusals() {}

  static Wording of(String id, Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotRegistered _ -> noTerminal(id);
      case Refusal.AlreadyRetired _ ->
          new Wording(
              CONFLICT,
              "Terminal is retired",
              "serial",
              id + " is retired for ever",
              "register the terminal that took its place");
      case Refusal.CpoUnknown(var cpoId) -> unknownCpo(UNPROCESSABLE, cpoId);
      case Refusal.HoldNeeded(var country) ->
          new Wording(
              UNPROCESSABLE,
              "Hold is needed",
              "hold",
              "no contactless limit is known for " + country,
              "give the terminal a hold");
      case Refusal.SerialOfOtherVendor(var vendor) ->
          new Wording(
              UNPROCESSABLE,
              "Serial is of another vendor",
              "vendor",
              "is %s, but %s is no serial of that vendor".formatted(vendor, id),
              "one is %s and looks like %s"
                  .formatted(vendor.whereSerialsStand(), vendor.examples()));
      case Refusal.HoldInOtherCurrency(var ofHold, var currency) ->
          new Wording(
              UNPROCESSABLE,
              "Hold is in another currency",
              "hold.currency",
              "is " + ofHold + ", but the terminal takes " + currency,
              "send a hold in " + currency);
      case Refusal.ContractOverlaps(var other) ->
          new Wording(
              CONFLICT,
              "Contracts overlap",
              "validFrom",
              "a contract from %s to %s holds at the same time"
                  .formatted(other.validFrom(), end(other)),
              "end that one first");
      case Refusal.Unreadable(var why) -> unreadable(why);
      case OtherVersion.VersionNeeded(var version) ->
          new Wording(
              PRECONDITION_REQUIRED,
              "Version needed",
              "If-Match",
              "is missing, and %s is at version %d".formatted(id, version),
              "send the ETag that you decide on, or * to change it whatever it is");
      case OtherVersion.ChangedMeanwhile(var version) ->
          new Wording(
              PRECONDITION_FAILED,
              "Changed in the meantime",
              "If-Match, If-None-Match",
              version == 0 ? id + " is not known here" : id + " is at version " + version,
              "decide again from what is there now, and send its ETag");
    };
  }

  private static Object end(Contract contract) {
    return contract.validTo() == null ? "no agreed end" : contract.validTo();
  }

  /** Not the caller's fault: another instance may be of the version that can read it. */
  static Wording unreadable(String why) {
    return new Wording(
        UNAVAILABLE,
        "Written by a newer version",
        "service",
        why,
        "ask again when all instances of this service run the newest version");
  }

  static Wording noTerminal(String serial) {
    return new Wording(
        NOT_FOUND,
        "Terminal is not registered",
        "serial",
        serial + " is not registered here",
        "check the serial, or PUT /terminals/" + serial);
  }

  static Wording noCpo(String cpoId) {
    return unknownCpo(NOT_FOUND, cpoId);
  }

  private static Wording unknownCpo(int status, String cpoId) {
    return new Wording(
        status,
        "CPO is not known",
        "cpoId",
        cpoId + " is not known here",
        "PUT /cpos/" + cpoId + " first");
  }

  /** {@code reported} are the clouds that have a report. */
  static HttpProblem noReport(String cloud, Collection<String> reported) {
    return Problems.of(
            NOT_FOUND,
            "Vendor's cloud has no report",
            "vendorEnvironment",
            cloud + " was never looked at",
            reported.isEmpty()
                ? "no cloud was, yet: ask again in a minute"
                : "there are reports on " + String.join(", ", reported))
        .build();
  }

  static HttpProblem badFile(String field, String remedy) {
    return Problems.of(UNPROCESSABLE, "File refused", field, "is not as it must be", remedy)
        .build();
  }

  static HttpProblem tooManyLines(int most) {
    return Problems.of(
            TOO_LARGE,
            "Too many lines",
            "body",
            "has more than %d lines".formatted(most),
            "split the file, and let each part begin with the header")
        .build();
  }
}
