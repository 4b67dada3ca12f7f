package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.diagnosis.Patient.HEALTHY;
import static dev.holdfast.terminal.core.diagnosis.Patient.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.payment.PaymentCount;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import dev.holdfast.terminal.core.payment.StuckPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks 10, 11 and 12: how payments went. */
class PaymentChecksTest {
  private static final PaymentCount NO_OTHERS = PaymentCount.NONE;
  private static final PaymentCount OTHERS = new PaymentCount(100, 5);
  private static final Map<String, Integer> NO_TROUBLES = Map.of();

  @Test
  void isContentWithNoMoreTroubleThanElsewhere() {
    assertThat(HEALTHY.check(Question.RECENT_PAYMENTS))
        .isEqualTo(
            recent(
                Outcome.PASS,
                "0 of 12 payments went wrong in the last 7 days, elsewhere 5 of 100",
                null));
    assertThat(recent(new PaymentCount(20, 1), OTHERS, Map.of("DECLINED: FUNDS", 1)))
        .isEqualTo(
            recent(
                Outcome.PASS,
                "1 of 20 payments went wrong in the last 7 days, elsewhere 5 of 100: 1x DECLINED: FUNDS",
                null));
    assertThat(recent(new PaymentCount(1, 0), NO_OTHERS, NO_TROUBLES))
        .isEqualTo(
            recent(
                Outcome.PASS,
                "0 of 1 payment went wrong in the last 7 days, with none elsewhere to compare",
                null));
  }

  @Test
  void saysThatThereWasNoPayment() {
    assertThat(recent(PaymentCount.NONE, OTHERS, NO_TROUBLES))
        .isEqualTo(recent(Outcome.UNKNOWN, "no payment came to an end in the last 7 days", null));
  }

  @Test
  void leadsDriversToTheTerminalWhereNoCardIsEverRead() {
    assertThat(recent(PaymentCount.NONE, OTHERS, Map.of("ABANDONED: no card within 60 s", 3)))
        .isEqualTo(
            recent(
                Outcome.UNKNOWN,
                "no payment came to an end in the last 7 days: 3x ABANDONED: no card within 60 s",
                new Remedy(
                    Actor.CHARGER_MANUFACTURER,
                    "Have charger NL-CHARGER-1 lead its drivers to terminal P6820211200171: they ask for a hold, and no card is read in time.")));
    assertThat(
            HEALTHY
                .unbound()
                .paying(history(PaymentCount.NONE, NO_OTHERS, Map.of("ABANDONED", 3)))
                .check(Question.RECENT_PAYMENTS)
                .remedy())
        .isEqualTo(
            new Remedy(
                Actor.CHARGER_MANUFACTURER,
                "Have the charger lead its drivers to terminal P6820211200171: they ask for a hold, and no card is read in time."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DECLINED   | CPO      | Look in the reasons whether one driver tries a card again and again, the hold is too high for the cards, or a PIN is wanted: at P6820211200171 it is mostly the cards' banks that refuse.
          FAILED     | PLATFORM | Ask Payter why captures from holds that were granted at P6820211200171 are refused: what those sessions cost is unpaid.
          UNANSWERED | VENDOR   | Ask Payter why its TEST cloud leaves payments at P6820211200171 unanswered.
          SURPRISED  | PLATFORM | Find out what goes wrong at P6820211200171: no reason was told.
          """)
  void tellsWhoActsByWhatTheTroubleMostlyIs(String kind, Actor whoActs, String sentence) {
    assertThat(recent(new PaymentCount(10, 3), OTHERS, Map.of(kind + ": why", 3)))
        .isEqualTo(
            recent(
                Outcome.WARN,
                "3 of 10 payments went wrong in the last 7 days, elsewhere 5 of 100: 3x %s: why"
                    .formatted(kind),
                new Remedy(whoActs, sentence)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PIN_NEEDED     | CPO    | the banks want a PIN
          FUNDS          | CPO    | Lower the hold at P6820211200171
          CARD_BLOCKED   | CPO    | have blocked these cards
          EXPIRED_CARD   | CPO    | have expired
          NOT_PERMITTED  | VENDOR | Ask Payter whether P6820211200171 is set up
          TRY_OTHER_CARD | CPO    | have Payter take more schemes
          ISSUER_DOWN    | VENDOR | Ask Payter whether its connection to the banks
          READ_ERROR     | VENDOR | check the card reader of P6820211200171
          OTHER          | CPO    | Look in the reasons
          """)
  void tellsWhatToDoByWhatMostDeclinesAre(String kind, Actor whoActs, String words) {
    var troubles = Map.of("DECLINED: " + kind + ": why", 3, "DECLINED: do_not_honor", 2);

    assertThat(recent(new PaymentCount(10, 5), OTHERS, troubles).remedy())
        .satisfies(remedy -> {
          assertThat(remedy.whoActs()).isEqualTo(whoActs);
          assertThat(remedy.sentence()).contains(words);
        });
  }

  @Test
  void warnsOfWhatWentWrongThoughMoreCameToNothing() {
    var troubles = Map.of("DECLINED: why", 4, "ABANDONED: no card", 6, "EXPIRED", 5);

    assertThat(recent(new PaymentCount(10, 4), OTHERS, troubles).remedy())
        .extracting(Remedy::whoActs)
        .isEqualTo(Actor.CPO);
    assertThat(recent(PaymentCount.NONE, OTHERS, Map.of("EXPIRED: why", 1)).remedy())
        .isEqualTo(
            new Remedy(
                Actor.PLATFORM,
                "End sessions at P6820211200171 and report what they cost before their holds expire: what is told later is unpaid."));
  }

  @Test
  void addsUpTroublesOfAKindAndTellsTheMostFrequentFirst() {
    var check =
        recent(
            new PaymentCount(10, 7),
            OTHERS,
            Map.of("DECLINED: FUNDS", 2, "DECLINED: PIN", 2, "UNANSWERED: timeout", 3));

    assertThat(check.evidence())
        .endsWith(": 3x UNANSWERED: timeout; 2x DECLINED: FUNDS; 2x DECLINED: PIN");
    assertThat(check.remedy()).extracting(Remedy::whoActs).isEqualTo(Actor.CPO);
  }

  @Test
  void breaksATieInTheOrderOfTroubles() {
    assertThat(
            Trouble.mostOf(
                EnumSet.allOf(Trouble.class), Map.of("UNANSWERED", 2, "ABANDONED", 2, "FAILED", 2)))
        .contains(Trouble.FAILED);
    assertThat(Trouble.mostOf(EnumSet.allOf(Trouble.class), Map.of())).isEmpty();
  }

  @Test
  void listsThePaymentsThatAreStuck() {
    var old = new StuckPayment("R-7", "HELD beyond its expiry", minutesAgo(60));
    var young = new StuckPayment("R-9", "UNANSWERED: timeout", minutesAgo(15));

    assertThat(stuck())
        .isEqualTo(new Check(Question.STUCK_PAYMENTS, Outcome.PASS, "none is stuck", null, null));
    assertThat(stuck(old))
        .isEqualTo(
            new Check(
                Question.STUCK_PAYMENTS,
                Outcome.WARN,
                "R-7 since 2026-06-01T11:00:00Z (HELD beyond its expiry)",
                minutesAgo(60),
                new Remedy(Actor.PLATFORM, "Look at it with GET /authorizations/R-7.")));
    assertThat(stuck(old, young))
        .isEqualTo(
            new Check(
                Question.STUCK_PAYMENTS,
                Outcome.WARN,
                "R-7 since 2026-06-01T11:00:00Z (HELD beyond its expiry); R-9 since 2026-06-01T11:45:00Z (UNANSWERED: timeout)",
                minutesAgo(60),
                new Remedy(
                    Actor.PLATFORM,
                    "Look at each of them, the oldest first, with GET /authorizations/R-7.")));
  }

  @Test
  void remembersTheLastGoodPayment() {
    assertThat(HEALTHY.check(Question.LAST_GOOD_PAYMENT))
        .isEqualTo(
            new Check(
                Question.LAST_GOOD_PAYMENT, Outcome.PASS, "payment R-1", minutesAgo(60), null));
    assertThat(lastGood(minutesAgo(60)).check(Question.LAST_GOOD_PAYMENT).evidence())
        .isEqualTo("a payment went through");
  }

  @Test
  void wantsACardTappedWhereNoPaymentWasGood() {
    var unknown =
        new Check(Question.LAST_GOOD_PAYMENT, Outcome.UNKNOWN, "none is known", null, null);

    assertThat(lastGood(null).check(Question.LAST_GOOD_PAYMENT))
        .isEqualTo(
            new Check(
                Question.LAST_GOOD_PAYMENT,
                Outcome.WARN,
                "none is known",
                null,
                new Remedy(null, "Tap a card at P6820211200171 to see a payment through.")));
    assertThat(lastGood(null).retired().check(Question.LAST_GOOD_PAYMENT)).isEqualTo(unknown);
    assertThat(lastGood(null).diagnosedAsStranger("P6820211200172").checks().getLast())
        .isEqualTo(unknown);
  }

  private static Check recent(Outcome outcome, String evidence, @Nullable Remedy remedy) {
    return new Check(Question.RECENT_PAYMENTS, outcome, evidence, null, remedy);
  }

  private static Check recent(
      PaymentCount own, PaymentCount others, Map<String, Integer> troubles) {
    return HEALTHY.paying(history(own, others, troubles)).check(Question.RECENT_PAYMENTS);
  }

  private static PaymentHistory history(
      PaymentCount own, PaymentCount others, Map<String, Integer> troubles) {
    return new PaymentHistory(
        Duration.ofDays(7), own, others, new TreeMap<>(troubles), List.of(), null, null);
  }

  private static Check stuck(StuckPayment... stuck) {
    return HEALTHY
        .paying(
            new PaymentHistory(
                Duration.ZERO,
                PaymentCount.NONE,
                PaymentCount.NONE,
                new TreeMap<>(),
                List.of(stuck),
                null,
                null))
        .check(Question.STUCK_PAYMENTS);
  }

  private static Patient lastGood(@Nullable Instant at) {
    return HEALTHY.paying(
        new PaymentHistory(
            Duration.ZERO,
            PaymentCount.NONE,
            PaymentCount.NONE,
            new TreeMap<>(),
            List.of(),
            at,
            null));
  }
}
