package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.CONTRACT;
import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.cpo;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.hold;
import static dev.holdfast.terminal.core.Samples.registration;
import static dev.holdfast.terminal.core.diagnosis.Patient.CHANGED_AT;
import static dev.holdfast.terminal.core.diagnosis.Patient.HEALTHY;
import static dev.holdfast.terminal.core.diagnosis.Patient.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Check 7, where a terminal is to work in two currencies at once. */
class CurrencyCheckTest {
  @Test
  void wantsTheVendorsCurrencyOrTheVendorToChangeIt() {
    assertThat(atVendor(CurrencyUnit.GBP).check(Question.HOLD))
        .isEqualTo(
            fail(
                "it is registered with EUR; it holds 50.00 EUR (nobody set it, so what the country allows); Payter's TEST cloud has it in GBP",
                minutesAgo(2),
                "Register P6820211200171 with GBP with PUT /terminals/P6820211200171, or ask Payter to set it to EUR in its TEST cloud."));
    assertThat(atVendor(CurrencyUnit.EUR).check(Question.HOLD).outcome()).isEqualTo(Outcome.PASS);
    assertThat(atVendor(null).check(Question.HOLD).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void settlesTheCurrencyBeforeAHoldThatNobodySet() {
    var patient =
        atVendor(CurrencyUnit.GBP).with(registration("AQ", CurrencyUnit.EUR, HoldTerms.NONE));

    assertThat(patient.check(Question.HOLD).evidence())
        .isEqualTo(
            "it is registered with EUR; nobody set a hold; Payter's TEST cloud has it in GBP");
  }

  @Test
  void wantsTheCountrysCurrencyOrAHoldInTheTerminals() {
    assertThat(registered("NL", CurrencyUnit.GBP).check(Question.HOLD))
        .isEqualTo(
            fail(
                "it is registered with GBP; it holds 50.00 EUR (nobody set it, so what the country allows)",
                CHANGED_AT,
                "Register P6820211200171 with EUR, the currency of NL, or give it a hold of its own in GBP, both with PUT /terminals/P6820211200171."));
  }

  @Test
  void namesTheAmountToHoldInTheTerminalsCurrency() {
    assertThat(registered("GB", CurrencyUnit.GBP).of(ofEuros()).check(Question.HOLD))
        .isEqualTo(
            fail(
                "it is registered with GBP; it holds 40.00 EUR (the default of NL-ABC)",
                CHANGED_AT,
                "Set the hold of P6820211200171 to 100.00 GBP with PUT /terminals/P6820211200171."));
    assertThat(registered("AQ", CurrencyUnit.GBP).of(ofEuros()).check(Question.HOLD).remedy())
        .isEqualTo(
            new Remedy(
                Actor.CPO,
                "Set the hold of P6820211200171 to an amount in GBP with PUT /terminals/P6820211200171."));
  }

  @Test
  void leavesTheVendorAloneWhereOnlyTheHoldDiffers() {
    var patient =
        atVendor(CurrencyUnit.GBP)
            .with(registration("GB", CurrencyUnit.GBP, HoldTerms.NONE))
            .of(ofEuros());

    assertThat(patient.check(Question.HOLD).evidence())
        .isEqualTo("it is registered with GBP; it holds 40.00 EUR (the default of NL-ABC)");
  }

  private static Cpo ofEuros() {
    return cpo(hold(eur(40)), Map.of(Environment.ACCEPTANCE, List.of(CONTRACT)));
  }

  /** Where the vendor says no currency. */
  private static Patient registered(String country, CurrencyUnit currency) {
    return atVendor(null).with(registration(country, currency, HoldTerms.NONE));
  }

  private static Patient atVendor(@Nullable CurrencyUnit currency) {
    return HEALTHY.heard(new Seen(minutesAgo(2), true, "IDLE", true, true, currency), NOT_SEEN);
  }

  private static Check fail(String evidence, Instant seenAt, String sentence) {
    return new Check(
        Question.HOLD, Outcome.FAIL, evidence, seenAt, new Remedy(Actor.CPO, sentence));
  }
}
