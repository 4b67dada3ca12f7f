package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor must have done: the right one of its clouds shows the terminal, and it has
 * onboarded it there.
 *
 * @param reasons what speaks against the terminal: a check fails exactly where one of its does
 */
record CloudChecks(String serial, Clouds clouds, List<Reason> reasons) {
  Check pairs() {
    var question = Question.VENDOR_ENVIRONMENT;
    var fact = clouds.ours();
    if (isOnlyInTheOther()) {
      return Check.fail(question, clouds.bothSay(), heardAt(fact), onboarding().move());
    }
    return switch (fact.known()) {
      case Seen seen when fact.trouble() == null ->
          Check.pass(question, clouds.oursSays(), seen.at());
      case Seen seen -> Check.unknown(question, clouds.oursSays(), seen.at(), getAnAnswer());
      case NotSeen notSeen -> Check.unknown(question, clouds.bothSay(), notSeen.at());
      case null -> Check.unknown(question, clouds.bothSay(), heardAt(fact), getAnAnswer());
    };
  }

  Check isOnboarded() {
    var question = Question.ONBOARDED;
    var fact = clouds.ours();
    if (isOnlyInTheOther()) {
      return Check.unknown(
          question, "only %s shows it: see check 3".formatted(clouds.otherName()), heardAt(fact));
    }
    return switch (fact.known()) {
      case Seen seen -> isOnboarded(seen);
      case NotSeen notSeen ->
          Check.fail(question, clouds.bothSay(), notSeen.at(), onboarding().add());
      case null -> Check.fail(question, clouds.bothSay(), heardAt(fact), getAnAnswer());
    };
  }

  private Check isOnboarded(Seen seen) {
    if (seen.activated() && seen.configured()) {
      return Check.pass(Question.ONBOARDED, is("activated and configured"), seen.at());
    }
    return Check.fail(
        Question.ONBOARDED, is(lacking(seen)), seen.at(), onboarding().complete(seen));
  }

  private static String lacking(Seen seen) {
    if (seen.activated()) {
      return "activated, but not configured";
    }
    return seen.configured() ? "configured, but not activated" : "neither activated nor configured";
  }

  private String is(String state) {
    return "it is %s in %s".formatted(state, clouds.ourName());
  }

  private boolean isOnlyInTheOther() {
    return reasons.contains(Reason.WRONG_VENDOR_ENVIRONMENT);
  }

  private OnboardingRemedies onboarding() {
    return new OnboardingRemedies(serial, clouds);
  }

  private Remedy getAnAnswer() {
    return reasons.contains(Reason.VENDOR_DOWN)
        ? new Remedy(
            Actor.VENDOR,
            "Wait for %s to mend its %s, which then is asked for %s again."
                .formatted(clouds.owner(), clouds.ourWord(), serial))
        : new Remedy(
            Actor.PLATFORM,
            "Check address, API key and network of %s in this deployment's settings, then diagnose %s again."
                .formatted(clouds.ourName(), serial));
  }

  private static @Nullable Instant heardAt(CloudFact fact) {
    if (fact.known() != null) {
      return fact.known().at();
    }
    return fact.trouble() == null ? null : fact.trouble().at();
  }
}
