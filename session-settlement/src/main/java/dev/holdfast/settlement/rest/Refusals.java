package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.doors.IdempotencyKey;
import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.BookingCalendar.Closing;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Settlement;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/** What this service refuses, in words: which field, what is wrong, and how to mend it. */
final class Refusals {
  /** Where a body is needed. */
  static final String NO_BODY = "is missing: send a JSON object";

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int A_MINUTE = 60;

  private Refusals() {}

  static HttpProblem unknownSettlement(Reference reference) {
    return Problems.of(
            NOT_FOUND,
            "Unknown settlement",
            "reference",
            "no settlement is known for " + reference.text(),
            "ask with the reference of a payment whose hold or session was published")
        .build();
  }

  static HttpProblem notPossible(Choice choice, Settlement.Status status, Set<Choice> possible) {
    return Problems.of(
            CONFLICT,
            "Not possible",
            "resolution",
            "%s is not possible for a settlement that is %s".formatted(choice, status),
            "possible are " + possible)
        .with("possible", possible)
        .build();
  }

  static HttpProblem whichContradiction(List<Integer> open) {
    return Problems.of(
            CONFLICT,
            "Not possible",
            "contradiction",
            "names none that is open: those are " + open,
            "send the number of the one that you decide about")
        .build();
  }

  static HttpProblem otherAmount(Money about) {
    return Problems.of(
            CONFLICT,
            "Another amount",
            "amount",
            "the decision is about " + about,
            "send that amount, if it is what you mean; send none where it is nothing")
        .with("about", Amount.of(about))
        .build();
  }

  static HttpProblem unknownReport(UUID report) {
    return Problems.of(
            NOT_FOUND,
            "Unknown report",
            "report",
            "no report has the id " + report,
            "send the reportId of a report that was read")
        .build();
  }

  static HttpProblem unknownCpo(String cpoId) {
    return Problems.of(
            NOT_FOUND,
            "Unknown CPO",
            "cpo",
            "nothing was ever booked for " + cpoId,
            "send the id of a CPO that has entries in the journal")
        .build();
  }

  static HttpProblem beingChecked() {
    return Problems.of(
            CONFLICT,
            "Being checked",
            "invariants",
            "somebody is checking them",
            "read them in a minute")
        .with("retryAfter", A_MINUTE)
        .withHeader(HttpHeaders.RETRY_AFTER, A_MINUTE)
        .build();
  }

  static HttpProblem cannotBeClosed(LocalDate day, Closing why, BookingCalendar calendar) {
    return Problems.of(
            CONFLICT,
            "Day cannot be closed",
            "day",
            because(day, why, calendar),
            "send a day that is open")
        .build();
  }

  private static String because(LocalDate day, Closing why, BookingCalendar calendar) {
    return switch (why) {
      case ALREADY_CLOSED ->
          "%s is closed, as is all up to %s".formatted(day, calendar.closedThrough());
      case NOT_BEGUN -> "%s has not begun in %s".formatted(day, calendar.timeZone());
      case CLOSES -> throw new IllegalStateException("it can be closed");
    };
  }

  /** Of what is asked for once: an entry, a refund. */
  static HttpProblem keyNeeded(String what) {
    return IdempotencyKey.refused("is missing, or not 1 to 100 visible characters", what);
  }

  static HttpProblem keyTaken(String what) {
    return IdempotencyKey.reused("another %s was asked for with this key".formatted(what));
  }

  static HttpProblem samePerson(String what) {
    return Problems.of(
            CONFLICT,
            "Same person",
            "by",
            "the person who asked for the %s cannot approve it".formatted(what),
            "let somebody else approve it; whoever asked may reject it")
        .build();
  }
}
