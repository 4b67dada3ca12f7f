package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.CONTRACT;
import static dev.holdfast.terminal.core.Samples.cpo;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.hold;
import static dev.holdfast.terminal.core.Samples.registration;
import static dev.holdfast.terminal.core.diagnosis.Patient.CHANGED_AT;
import static dev.holdfast.terminal.core.diagnosis.Patient.HEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.Environment;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks 7 and 8: how much is held, and whether more may be taken. */
class HoldChecksTest {
  private static final String DUTCH_LIMIT =
      "; NL allows 50.00 EUR without PIN since 2020-03-26 (a paper, high confidence)";

  @Test
  void isContentWithWhatTheCountryAllows() {
    assertThat(HEALTHY.check(Question.HOLD))
        .isEqualTo(
            pass(
                Question.HOLD,
                "it holds 50.00 EUR (nobody set it, so what the country allows)" + DUTCH_LIMIT));
    assertThat(own(hold(eur(50))).check(Question.HOLD))
        .isEqualTo(pass(Question.HOLD, "it holds 50.00 EUR (its own setting)" + DUTCH_LIMIT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          50.01 | FAIL | above it a tap without PIN is refused
          49.99 | WARN | what a session costs above the hold may stay unpaid
          """)
  void namesTheAmountToSetAndWhere(String amount, Outcome outcome, String why) {
    var hold = hold(Money.parse("EUR " + amount));
    var evidence = "it holds %s EUR (%s)" + DUTCH_LIMIT;
    var because = ": it is the highest contactless amount of NL, and " + why + ".";

    assertThat(own(hold).check(Question.HOLD))
        .isEqualTo(
            money(
                Question.HOLD,
                outcome,
                evidence.formatted(amount, "its own setting"),
                "Set the hold of P6820211200171 to 50.00 EUR with PUT /terminals/P6820211200171"
                    + because));
    assertThat(ofCpo(hold).check(Question.HOLD))
        .isEqualTo(
            money(
                Question.HOLD,
                outcome,
                evidence.formatted(amount, "the default of NL-ABC"),
                "Set the default hold of NL-ABC to 50.00 EUR with PUT /cpos/NL-ABC, or that of P6820211200171 alone with PUT /terminals/P6820211200171"
                    + because));
  }

  @Test
  void wantsAHoldWhereNobodyGivesAnAmount() {
    assertThat(registered("AQ", CurrencyUnit.EUR, HoldTerms.NONE).check(Question.HOLD))
        .isEqualTo(
            money(
                Question.HOLD,
                Outcome.FAIL,
                "nobody set a hold, and no contactless limit is known for AQ",
                "Give P6820211200171 a hold of its own with PUT /terminals/P6820211200171, or have the platform add AQ to contactless-limits.csv."));
  }

  @ParameterizedTest
  @CsvSource({"AQ", "GB"})
  void cannotJudgeAHoldWithoutALimitInItsCurrency(String country) {
    var patient = registered(country, CurrencyUnit.EUR, hold(eur(9)));

    assertThat(patient.check(Question.HOLD))
        .isEqualTo(
            new Check(
                Question.HOLD,
                Outcome.UNKNOWN,
                "it holds 9.00 EUR (its own setting); no contactless limit in EUR is known for "
                    + country,
                CHANGED_AT,
                new Remedy(
                    Actor.PLATFORM,
                    "Find out how much EUR "
                        + country
                        + " allows without PIN, and add it to contactless-limits.csv.")));
    assertThat(patient.check(Question.OVER_COMMIT))
        .isEqualTo(pass(Question.OVER_COMMIT, "off (nobody set it)"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, on (its own setting)",
    "false, off (its own setting)",
    ", off (nobody set it)"
  })
  void saysWhoSetOverCommit(@Nullable Boolean overCommit, String evidence) {
    assertThat(own(new HoldTerms(null, overCommit)).check(Question.OVER_COMMIT))
        .isEqualTo(pass(Question.OVER_COMMIT, evidence));
  }

  @Test
  void leavesOverCommitToTheCpo() {
    assertThat(ofCpo(new HoldTerms(eur(40), true)).check(Question.OVER_COMMIT))
        .isEqualTo(pass(Question.OVER_COMMIT, "on (the default of NL-ABC)"));
  }

  @Test
  void warnsOfALowHoldWithoutOverCommit() {
    assertThat(ofCpo(new HoldTerms(eur(40), false)).check(Question.OVER_COMMIT))
        .isEqualTo(
            money(
                Question.OVER_COMMIT,
                Outcome.WARN,
                "off (the default of NL-ABC), while the hold is below what NL allows",
                "Switch over-commit on for P6820211200171 with PUT /terminals/P6820211200171, or set the hold to 50.00 EUR as check 7 says: what a session costs above 40.00 EUR may stay unpaid."));
    assertThat(registered("AQ", CurrencyUnit.EUR, HoldTerms.NONE).check(Question.OVER_COMMIT))
        .isEqualTo(pass(Question.OVER_COMMIT, "off (nobody set it)"));
    assertThat(own(hold(eur(51))).check(Question.OVER_COMMIT).outcome()).isEqualTo(Outcome.PASS);
  }

  private static Check pass(Question question, String evidence) {
    return new Check(question, Outcome.PASS, evidence, CHANGED_AT, null);
  }

  private static Check money(Question question, Outcome outcome, String evidence, String sentence) {
    return new Check(question, outcome, evidence, CHANGED_AT, new Remedy(Actor.CPO, sentence));
  }

  private static Patient own(HoldTerms own) {
    return registered("NL", CurrencyUnit.EUR, own);
  }

  private static Patient registered(String country, CurrencyUnit currency, HoldTerms own) {
    return HEALTHY.with(registration(country, currency, own));
  }

  private static Patient ofCpo(HoldTerms defaults) {
    return HEALTHY.of(cpo(defaults, Map.of(Environment.ACCEPTANCE, List.of(CONTRACT))));
  }
}
