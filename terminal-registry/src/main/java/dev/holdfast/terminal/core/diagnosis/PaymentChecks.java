package dev.holdfast.terminal.core.diagnosis;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How payments went at the terminal; whatever they tell, it is a warning.
 *
 * @param chargerId the charger that it is on; null where it is on none
 * @param inUse false for what is retired or was never registered: nobody is to try a card there
 */
record PaymentChecks(
    String serial,
    @Nullable String chargerId,
    boolean inUse,
    Clouds clouds,
    PaymentHistory payments) {
  Check succeed() {
    var question = Question.RECENT_PAYMENTS;
    var period = Words.past(payments.period());
    var own = payments.own();
    if (own.finished() == 0) {
      var evidence = "no payment came to an end in %s%s".formatted(period, troubles());
      return payments.troubles().isEmpty()
          ? Check.unknown(question, evidence)
          : Check.unknown(question, evidence, null, lookAt(EnumSet.allOf(Trouble.class)));
    }
    var evidence =
        "%d of %s went wrong in %s, %s%s"
            .formatted(
                own.troubled(), Words.payments(own.finished()), period, elsewhere(), troubles());
    return payments.isWorseThanFleet()
        ? Check.warn(question, evidence, null, lookAt(Trouble.COUNTED))
        : Check.pass(question, evidence, null);
  }

  Check noneIsStuck() {
    var stuck = payments.stuck();
    if (stuck.isEmpty()) {
      return Check.pass(Question.STUCK_PAYMENTS, "none is stuck", null);
    }
    var listed =
        stuck.stream()
            .map(each ->
                "%s since %s (%s)"
                    .formatted(each.reference(), Words.time(each.since()), each.why()))
            .collect(joining("; "));
    var oldest = stuck.getFirst();
    var toDo = stuck.size() == 1 ? "Look at it" : "Look at each of them, the oldest first,";
    return Check.warn(
        Question.STUCK_PAYMENTS,
        listed,
        oldest.since(),
        new Remedy(
            Actor.PLATFORM, "%s with GET /authorizations/%s.".formatted(toDo, oldest.reference())));
  }

  Check lastGood() {
    var question = Question.LAST_GOOD_PAYMENT;
    if (payments.lastGoodAt() != null) {
      var reference = payments.lastGoodReference();
      return Check.pass(
          question,
          reference == null ? "a payment went through" : "payment %s".formatted(reference),
          payments.lastGoodAt());
    }
    return inUse
        ? Check.warn(
            question,
            "none is known",
            null,
            new Remedy(null, "Tap a card at %s to see a payment through.".formatted(serial)))
        : Check.unknown(question, "none is known");
  }

  private Remedy lookAt(Set<Trouble> these) {
    return switch (Trouble.mostOf(these, payments.troubles()).orElse(null)) {
      case DECLINED -> Decline.remedy(payments.troubles(), serial, clouds.owner());
      case FAILED ->
          new Remedy(
              Actor.PLATFORM,
              "Ask %s why captures from holds that were granted at %s are refused: what those sessions cost is unpaid."
                  .formatted(clouds.owner(), serial));
      case EXPIRED ->
          new Remedy(
              Actor.PLATFORM,
              "End sessions at %s and report what they cost before their holds expire: what is told later is unpaid."
                  .formatted(serial));
      case UNANSWERED ->
          new Remedy(
              Actor.VENDOR,
              "Ask %s why its %s leaves payments at %s unanswered."
                  .formatted(clouds.owner(), clouds.ourWord(), serial));
      case ABANDONED -> leadToTerminal();
      case null ->
          new Remedy(
              Actor.PLATFORM,
              "Find out what goes wrong at %s: no reason was told.".formatted(serial));
    };
  }

  private Remedy leadToTerminal() {
    var charger = chargerId == null ? "the charger" : "charger " + chargerId;
    return new Remedy(
        Actor.CHARGER_MANUFACTURER,
        "Have %s lead its drivers to terminal %s: they ask for a hold, and no card is read in time."
            .formatted(charger, serial));
  }

  private String elsewhere() {
    var others = payments.others();
    return others.finished() == 0
        ? "with none elsewhere to compare"
        : "elsewhere %d of %d".formatted(others.troubled(), others.finished());
  }

  /** The most frequent first. */
  private String troubles() {
    return payments.troubles().isEmpty()
        ? ""
        : payments.troubles().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .map(each -> "%dx %s".formatted(each.getValue(), each.getKey()))
            .collect(joining("; ", ": ", ""));
  }
}
