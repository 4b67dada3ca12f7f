package dev.holdfast.terminal.core;

import static dev.holdfast.terminal.core.Samples.ACCEPTANCE;
import static dev.holdfast.terminal.core.Samples.CONTRACT;
import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SEEN;
import static dev.holdfast.terminal.core.Samples.contracted;
import static dev.holdfast.terminal.core.Samples.cpo;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.facts;
import static dev.holdfast.terminal.core.Samples.healthy;
import static dev.holdfast.terminal.core.Samples.hold;
import static dev.holdfast.terminal.core.Samples.registration;
import static dev.holdfast.terminal.core.Samples.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingRulesTest {
  private static final CurrencyUnit GBP = CurrencyUnit.GBP;
  private static final Instant NEXT_LIMIT = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void isReadyWhenNothingSpeaksAgainstIt() {
    var standing = ACCEPTANCE.judge(healthy(), contracted(), NOW);

    assertThat(standing)
        .isEqualTo(
            new Standing(Readiness.READY, eur(50), false, VendorEnvironment.TEST, NEXT_LIMIT));
    assertThat(standing.readiness().isReady()).isTrue();
  }

  @Test
  void pairsProductionWithTheVendorsProductionCloudOnly() {
    var production = rules(Environment.PRODUCTION);
    var cpo = cpo(HoldTerms.NONE, Map.of(Environment.PRODUCTION, List.of(CONTRACT)));

    assertThat(production.judge(healthy(), cpo, NOW).readiness().reasons())
        .containsExactly(Reason.WRONG_VENDOR_ENVIRONMENT);
    assertThat(
            production.judge(healthy().heard(Map.of(VendorEnvironment.PRODUCTION, SEEN)), cpo, NOW))
        .isEqualTo(
            new Standing(
                Readiness.READY, eur(50), false, VendorEnvironment.PRODUCTION, NEXT_LIMIT));
  }

  @Test
  void needsAContractInThisEnvironmentInForceNow() {
    var elsewhere = cpo(HoldTerms.NONE, Map.of(Environment.PRODUCTION, List.of(CONTRACT)));
    var ended = new Contract(Instant.parse("2026-01-01T00:00:00Z"), NOW, "paper");
    var starts = new Contract(NOW, null, "paper");
    var later = new Contract(NOW.plusNanos(1000), null, "paper");

    assertThat(reasons(healthy(), elsewhere)).containsExactly(Reason.CPO_NOT_CONTRACTED);
    assertThat(reasons(healthy(), null)).containsExactly(Reason.CPO_NOT_CONTRACTED);
    assertThat(reasons(healthy(), with(ended))).containsExactly(Reason.CPO_NOT_CONTRACTED);
    assertThat(reasons(healthy(), with(later))).containsExactly(Reason.CPO_NOT_CONTRACTED);
    assertThat(reasons(healthy(), with(starts))).isEmpty();
  }

  @Test
  void asksNoContractOfATerminalWithoutCharger() {
    assertThat(reasons(healthy().unbound(), null)).containsExactly(Reason.NOT_BOUND_TO_CHARGER);
  }

  @Test
  void namesWhatTheVendorHasNotDone() {
    var raw = new Seen(NOW, false, "IDLE", false, false, null);

    assertThat(reasons(heard(facts(raw, NOT_SEEN)), contracted()))
        .containsExactly(Reason.NOT_ACTIVATED, Reason.NOT_CONFIGURED);
  }

  @Test
  void showsTheCloudThatSeesItOursFirst() {
    assertThat(seenIn(facts(SEEN, SEEN))).isEqualTo(VendorEnvironment.TEST);
    assertThat(seenIn(facts(NOT_SEEN, SEEN))).isEqualTo(VendorEnvironment.PRODUCTION);
    assertThat(seenIn(facts(NOT_SEEN, NOT_SEEN))).isNull();
  }

  @Test
  void takesItsOwnHoldThenItsCposThenItsCountrys() {
    var cpo = cpo(hold(eur(40)), Map.of(Environment.ACCEPTANCE, List.of(CONTRACT)));

    assertThat(ACCEPTANCE.hold(registration(hold(eur(30))), cpo, NOW)).isEqualTo(eur(30));
    assertThat(ACCEPTANCE.hold(registration(HoldTerms.NONE), cpo, NOW)).isEqualTo(eur(40));
    assertThat(ACCEPTANCE.hold(registration(HoldTerms.NONE), contracted(), NOW)).isEqualTo(eur(50));
    assertThat(ACCEPTANCE.hold(registration(HoldTerms.NONE), null, NOW)).isEqualTo(eur(50));
  }

  @Test
  void takesItsOwnOverCommitThenItsCposThenOff() {
    var on = cpo(new HoldTerms(null, true), Map.of());

    assertThat(StandingRules.overCommit(registration(new HoldTerms(null, false)), on)).isFalse();
    assertThat(StandingRules.overCommit(registration(HoldTerms.NONE), on)).isTrue();
    assertThat(StandingRules.overCommit(registration(HoldTerms.NONE), contracted())).isFalse();
    assertThat(StandingRules.overCommit(registration(new HoldTerms(null, true)), null)).isTrue();
    assertThat(StandingRules.overCommit(registration(HoldTerms.NONE), null)).isFalse();
  }

  @Test
  void holdsNoMoreThanTheCountryAllows() {
    assertThat(reasons(healthy().with(registration(hold(eur(50)))), contracted())).isEmpty();
    assertThat(reasons(healthy().with(registration(hold(Money.parse("EUR 50.01")))), contracted()))
        .containsExactly(Reason.HOLD_ABOVE_LIMIT);
  }

  @Test
  void holdsNothingWhereNoLimitIsKnownAndNobodyGaveAnAmount() {
    var unknown = registration("AQ", CurrencyUnit.EUR, HoldTerms.NONE);
    var standing = ACCEPTANCE.judge(healthy().with(unknown), contracted(), NOW);

    assertThat(standing.hold()).isNull();
    assertThat(standing.readiness().reasons()).containsExactly(Reason.HOLD_ABOVE_LIMIT);
    assertThat(
            reasons(
                healthy().with(registration("AQ", CurrencyUnit.EUR, hold(eur(500)))), contracted()))
        .isEmpty();
  }

  @Test
  void wantsHoldAndVendorInTheTerminalsCurrency() {
    var poundsOnly = new Seen(NOW, true, "IDLE", true, true, GBP);
    var silent = new Seen(NOW, true, "IDLE", true, true, null);

    assertThat(reasons(healthy().with(registration("NL", GBP, HoldTerms.NONE)), contracted()))
        .containsExactly(Reason.CURRENCY_MISMATCH);
    assertThat(reasons(heard(facts(poundsOnly, NOT_SEEN)), contracted()))
        .containsExactly(Reason.CURRENCY_MISMATCH);
    assertThat(reasons(heard(facts(SEEN, poundsOnly)), contracted())).isEmpty();
    assertThat(reasons(heard(facts(silent, NOT_SEEN)), contracted())).isEmpty();
  }

  @Test
  void comparesNoAmountsOfTwoCurrencies() {
    var dear = registration("GB", CurrencyUnit.EUR, hold(eur(9_000)));

    assertThat(reasons(healthy().with(dear), contracted())).isEmpty();
  }

  @Test
  void foreseesWhenTimeAloneMayChangeTheStanding() {
    var ends = new Contract(NOW, NOW.plusSeconds(60), "paper");

    assertThat(ACCEPTANCE.judge(healthy(), with(ends), NOW).reviewAt())
        .isEqualTo(NOW.plusSeconds(60));
    assertThat(ACCEPTANCE.judge(healthy(), with(ends), NOW.plusSeconds(60)).reviewAt())
        .isEqualTo(NEXT_LIMIT);
    assertThat(ACCEPTANCE.judge(healthy().unbound(), null, NOW).reviewAt()).isEqualTo(NEXT_LIMIT);
    assertThat(ACCEPTANCE.judge(healthy().outOfUse(), null, NOW).reviewAt()).isNull();
  }

  @Test
  void saysNothingElseOfARetiredTerminal() {
    assertThat(reasons(healthy().outOfUse(), null)).containsExactly(Reason.RETIRED);
  }

  private static List<Reason> reasons(Dossier told, @Nullable Cpo cpo) {
    return ACCEPTANCE.judge(told, cpo, NOW).readiness().reasons();
  }

  private static @Nullable VendorEnvironment seenIn(VendorFacts facts) {
    return ACCEPTANCE.judge(heard(facts), contracted(), NOW).seenIn();
  }

  private static Dossier heard(VendorFacts facts) {
    return new Dossier(healthy().registration(), healthy().binding(), facts, false);
  }

  private static Cpo with(Contract contract) {
    return cpo(HoldTerms.NONE, Map.of(Environment.ACCEPTANCE, List.of(contract)));
  }
}
