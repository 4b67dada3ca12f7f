package dev.holdfast.terminal.core.diagnosis;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.PaymentHistory;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.StuckPayment;
import dev.holdfast.terminal.core.Tally;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import java.util.Comparator;

/** How payments went at the terminal; whatever they tell, it is a warning. */
record PaymentChecks(String serial, PaymentHistory payments) {
  Check succeed() {
    var question = Question.RECENT_PAYMENTS;
    var period = "the last " + Words.days(payments.period());
    if (payments.own().finished() == 0) {
      return Check.unknown(
          question, "no payment came to an end in %s%s".formatted(period, troubles()));
    }
    var evidence =
        "%s of %s failed in %s, elsewhere %s%s"
            .formatted(
                payments.own().troubled(),
                payments(payments.own()),
                period,
                share(payments.others()),
                troubles());
    return payments.isWorseThanFleet()
        ? Check.warn(question, evidence, null, look())
        : Check.pass(question, evidence, null);
  }

  Check noneIsStuck() {
    var question = Question.STUCK_PAYMENTS;
    var stuck = payments.stuck();
    if (stuck.isEmpty()) {
      return Check.pass(question, "none is stuck", null);
    }
    var listed =
        stuck.stream()
            .map(each ->
                "%s (%s, since %s)"
                    .formatted(each.reference(), each.why(), Words.time(each.since())))
            .collect(joining("; "));
    var since = stuck.stream().map(StuckPayment::since).min(Comparator.naturalOrder());
    return Check.warn(
        question,
        listed,
        since.orElse(null),
        new Remedy(
            Actor.PLATFORM,
            "Look at each of them: GET /authorizations/%s%s."
                .formatted(stuck.getFirst().reference(), stuck.size() > 1 ? " and so on" : "")));
  }

  Check lastGood() {
    var question = Question.LAST_GOOD_PAYMENT;
    return payments.lastGoodAt() == null
        ? Check.warn(
            question,
            "none is known",
            null,
            new Remedy(null, "Tap a card at %s to see a payment through.".formatted(serial)))
        : Check.pass(question, "payment " + payments.lastGoodReference(), payments.lastGoodAt());
  }

  private Remedy look() {
    return new Remedy(
        Actor.CPO,
        "Watch a tap at %s: what its cards are refused for is counted here; a terminal that is never answered is for its vendor."
            .formatted(serial));
  }

  private String troubles() {
    return payments.troubles().isEmpty()
        ? ""
        : payments.troubles().entrySet().stream()
            .map(each -> "%s %d times".formatted(each.getKey(), each.getValue()))
            .collect(joining(", ", " (", ")"));
  }

  private static String payments(Tally tally) {
    return tally.finished() == 1 ? "1 payment" : tally.finished() + " payments";
  }

  private static String share(Tally tally) {
    return "%d of %d".formatted(tally.troubled(), tally.finished());
  }
}
