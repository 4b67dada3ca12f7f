package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SEEN;
import static dev.holdfast.terminal.core.Samples.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.Vendor;
import org.junit.jupiter.api.Test;

/** What the owner of a reader is to do at Stripe; what Payter is asked for: CloudChecksTest. */
class OnboardingRemediesTest {
  private static final OnboardingRemedies ACCEPTANCE = in(Environment.ACCEPTANCE);

  @Test
  void haveAReaderOfTheOtherModeRegisteredAnewInOurs() {
    assertThat(ACCEPTANCE.move())
        .isEqualTo(
            cpo(
                "Register the terminal to a location of this platform's account in Stripe's test mode, and here under the id that it has there: ACCEPTANCE works with test mode only, and tmr_FDOt2wlRZEdpd7 is an id of live mode."));
    assertThat(in(Environment.PRODUCTION).move())
        .isEqualTo(
            cpo(
                "Register the terminal to a location of this platform's account in Stripe's live mode, and here under the id that it has there: PRODUCTION works with live mode only, and tmr_FDOt2wlRZEdpd7 is an id of test mode."));
  }

  @Test
  void haveAReaderThatNoModeShowsRegistered() {
    assertThat(ACCEPTANCE.add())
        .isEqualTo(
            cpo(
                "Register the terminal to a location of this platform's account in Stripe's test mode, and compare tmr_FDOt2wlRZEdpd7 with the id that it has there."));
  }

  @Test
  void nameWhatAReaderLacks() {
    assertThat(ACCEPTANCE.complete(new Seen(NOW, true, "idle", true, false, null)))
        .isEqualTo(
            cpo(
                "Assign tmr_FDOt2wlRZEdpd7 to a location of this platform's account in Stripe's test mode."));
    assertThat(ACCEPTANCE.complete(new Seen(NOW, false, "deleted", false, false, null)))
        .isEqualTo(
            cpo(
                "Register the terminal again to a location of this platform's account in Stripe's test mode, and here under the id that it has then."));
  }

  private static Remedy cpo(String sentence) {
    return new Remedy(Actor.CPO, sentence);
  }

  private static OnboardingRemedies in(Environment environment) {
    var clouds = new Clouds(Vendor.STRIPE, environment, facts(NOT_SEEN, SEEN));
    return new OnboardingRemedies("tmr_FDOt2wlRZEdpd7", clouds);
  }
}
