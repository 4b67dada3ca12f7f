package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;

/** What is to be done at the vendor, and who does it: its own people, or the terminal's owner. */
record OnboardingRemedies(String serial, Clouds clouds) {
  /** From the vendor's other cloud to ours. */
  Remedy move() {
    var ours = clouds.paired();
    return switch (clouds.vendor().onboarding()) {
      case BY_VENDOR ->
          vendorActs(
              "Ask %s to move %s from its %s cloud to its %s cloud: %s works with %s only."
                  .formatted(
                      clouds.owner(), serial, ours.other(), ours, clouds.environment(), ours));
      case BY_OWNER ->
          ownerActs(
              "Register the terminal to %s, and here under the id that it has there: %s works with %s only, and %s is an id of %s."
                  .formatted(
                      ourLocation(),
                      clouds.environment(),
                      clouds.ourWord(),
                      serial,
                      clouds.vendor().cloud(ours.other())));
    };
  }

  /** Into our cloud, as no cloud shows it. */
  Remedy add() {
    return switch (clouds.vendor().onboarding()) {
      case BY_VENDOR ->
          vendorActs(
              "Ask %s to add %s to its %s, to activate and configure it there, and to show it to this platform's account."
                  .formatted(clouds.owner(), serial, clouds.ourWord()));
      case BY_OWNER ->
          ownerActs(
              "Register the terminal to %s, and compare %s with the id that it has there."
                  .formatted(ourLocation(), serial));
    };
  }

  /** What our cloud, which shows it, lacks. */
  Remedy complete(Seen seen) {
    return switch (clouds.vendor().onboarding()) {
      case BY_VENDOR ->
          vendorActs(
              "Ask %s to %s %s in its %s."
                  .formatted(clouds.owner(), lacking(seen), serial, clouds.ourWord()));
      case BY_OWNER ->
          ownerActs(
              seen.activated()
                  ? "Assign %s to %s.".formatted(serial, ourLocation())
                  : "Register the terminal again to %s, and here under the id that it has then."
                      .formatted(ourLocation()));
    };
  }

  private static String lacking(Seen seen) {
    if (seen.activated()) {
      return "configure";
    }
    return seen.configured() ? "activate" : "activate and configure";
  }

  private String ourLocation() {
    return "a location of this platform's account in " + clouds.ourName();
  }

  private static Remedy vendorActs(String sentence) {
    return new Remedy(Actor.VENDOR, sentence);
  }

  private static Remedy ownerActs(String sentence) {
    return new Remedy(Actor.CPO, sentence);
  }
}
