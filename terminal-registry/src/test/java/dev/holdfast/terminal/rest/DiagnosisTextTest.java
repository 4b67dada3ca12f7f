package dev.holdfast.terminal.rest;

import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.hold;
import static dev.holdfast.terminal.core.Samples.registration;
import static dev.holdfast.terminal.core.diagnosis.Patient.HEALTHY;
import static dev.holdfast.terminal.core.diagnosis.Patient.minutesAgo;
import static dev.holdfast.terminal.core.diagnosis.Patient.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.diagnosis.Patient;
import dev.holdfast.terminal.core.payment.PaymentCount;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import dev.holdfast.terminal.core.payment.StuckPayment;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DiagnosisTextTest {
  private static final Patient IN_TROUBLE =
      HEALTHY
          .with(registration(hold(eur(40))))
          .paying(
              new PaymentHistory(
                  Duration.ofDays(1),
                  new PaymentCount(2, 1),
                  new PaymentCount(100, 5),
                  new TreeMap<>(Map.of("ABANDONED: no card within 60 s", 7, "DECLINED", 1)),
                  List.of(new StuckPayment("R-7", "HELD beyond its expiry", minutesAgo(60))),
                  null,
                  null));

  @Test
  void showsATerminalThatIsHealthy() {
    assertThat(DiagnosisText.of(HEALTHY.diagnosed()))
        .isEqualTo(
            """
            READY: terminal P6820211200171 in ACCEPTANCE, asked at 2026-06-01T12:00:00Z
            No warnings.

            PASS     1  vendor service is up
                        Payter's TEST cloud is OPERATIONAL [2026-06-01T10:30:00Z]
            PASS     2  serial is registered and well formed
                        registered as a terminal of Payter, model P68 [2026-06-01T11:30:00Z]
            PASS     3  vendor environment pairs with ours
                        Payter's TEST cloud shows it [2026-06-01T12:00:00Z]
            PASS     4  vendor has onboarded it
                        it is activated and configured in Payter's TEST cloud [2026-06-01T12:00:00Z]
            PASS     5  terminal is bound to a charger
                        on charger NL-CHARGER-1 of NL-ABC, EVSE NL*ABC*E1*1 [2026-06-01T12:00:00Z]
            PASS     6  CPO is contracted for contactless here
                        NL-ABC is contracted in ACCEPTANCE, agreed by frame agreement 7 [2026-01-01T00:00:00Z]
            PASS     7  hold amount fits the country
                        it holds 50.00 EUR (nobody set it, so what the country allows); NL allows 50.00 EUR without PIN
                        since 2020-03-26 (a paper, high confidence) [2026-06-01T11:30:00Z]
            PASS     8  over-commit is set knowingly
                        off (nobody set it) [2026-06-01T11:30:00Z]
            PASS     9  terminal is online
                        online, state IDLE [2026-06-01T12:00:00Z]
            PASS    10  recent payments succeed
                        0 of 12 payments went wrong in the last 7 days, elsewhere 5 of 100
            PASS    11  no payment is stuck
                        none is stuck
            PASS    12  last good payment
                        payment R-1 [2026-06-01T11:00:00Z]
            """);
  }

  @Test
  void showsATerminalThatFailsWithTheVerdictFirst() {
    assertThat(DiagnosisText.of(IN_TROUBLE.of(null, "NL-XYZ", "BE-DEF").diagnosed()))
        .isEqualTo(
            """
            NOT READY: terminal P6820211200171 in ACCEPTANCE, asked at 2026-06-01T12:00:00Z
            Check 6 fails: NL-ABC has no contactless contract in force in ACCEPTANCE
            -> platform: Contract NL-ABC for contactless in ACCEPTANCE with PUT /cpos/NL-ABC/contracts/ACCEPTANCE, or move
                         charger NL-CHARGER-1 to a CPO that is contracted there: NL-XYZ, BE-DEF.

            PASS     1  vendor service is up
                        Payter's TEST cloud is OPERATIONAL [2026-06-01T10:30:00Z]
            PASS     2  serial is registered and well formed
                        registered as a terminal of Payter, model P68 [2026-06-01T11:30:00Z]
            PASS     3  vendor environment pairs with ours
                        Payter's TEST cloud shows it [2026-06-01T12:00:00Z]
            PASS     4  vendor has onboarded it
                        it is activated and configured in Payter's TEST cloud [2026-06-01T12:00:00Z]
            PASS     5  terminal is bound to a charger
                        on charger NL-CHARGER-1 of NL-ABC, EVSE NL*ABC*E1*1 [2026-06-01T12:00:00Z]
            FAIL     6  CPO is contracted for contactless here
                        NL-ABC has no contactless contract in force in ACCEPTANCE [2026-06-01T12:00:00Z]
                        -> platform: Contract NL-ABC for contactless in ACCEPTANCE with PUT
                                     /cpos/NL-ABC/contracts/ACCEPTANCE, or move charger NL-CHARGER-1 to a CPO that is
                                     contracted there: NL-XYZ, BE-DEF.
            WARN     7  hold amount fits the country
                        it holds 40.00 EUR (its own setting); NL allows 50.00 EUR without PIN since 2020-03-26 (a paper,
                        high confidence) [2026-06-01T11:30:00Z]
                        -> CPO: Set the hold of P6820211200171 to 50.00 EUR with PUT /terminals/P6820211200171: it is the
                                highest contactless amount of NL, and what a session costs above the hold may stay unpaid.
            WARN     8  over-commit is set knowingly
                        off (nobody set it), while the hold is below what NL allows [2026-06-01T11:30:00Z]
                        -> CPO: Switch over-commit on for P6820211200171 with PUT /terminals/P6820211200171, or set the
                                hold to 50.00 EUR as check 7 says: what a session costs above 40.00 EUR may stay unpaid.
            PASS     9  terminal is online
                        online, state IDLE [2026-06-01T12:00:00Z]
            WARN    10  recent payments succeed
                        1 of 2 payments went wrong in the last day, elsewhere 5 of 100: 7x ABANDONED: no card within 60 s;
                        1x DECLINED
                        -> CPO: Look in the reasons whether one driver tries a card again and again, the hold is too high
                                for the cards, or a PIN is wanted: at P6820211200171 it is mostly the cards' banks that
                                refuse.
            WARN    11  no payment is stuck
                        R-7 since 2026-06-01T11:00:00Z (HELD beyond its expiry) [2026-06-01T11:00:00Z]
                        -> platform: Look at it with GET /authorizations/R-7.
            WARN    12  last good payment
                        none is known
                        -> Tap a card at P6820211200171 to see a payment through.
            """);
  }

  @Test
  void namesTheWarningsOfATerminalThatIsReady() {
    assertThat(DiagnosisText.of(IN_TROUBLE.diagnosed()))
        .startsWith(
            """
            READY: terminal P6820211200171 in ACCEPTANCE, asked at 2026-06-01T12:00:00Z
            Warnings: check 7, 8, 10, 11, 12.

            PASS     1  vendor service is up
            """);
  }

  @Test
  void staysInItsLinesWhateverItIsTold() {
    var outage = report(VendorStatus.DOWN, "Major\noutage.\n\nPASS     1  all is\u001b[2J well");

    assertThat(DiagnosisText.of(HEALTHY.reporting(outage).diagnosed()))
        .startsWith(
            """
            NOT READY: terminal P6820211200171 in ACCEPTANCE, asked at 2026-06-01T12:00:00Z
            Check 1 fails: Payter's TEST cloud is DOWN: Major outage. PASS 1 all is [2J well
            -> vendor: Wait for Payter to mend its TEST cloud: until then payments are refused, and no change at the
                       terminal helps.

            FAIL     1  vendor service is up
            """);
  }

  @Test
  void staysInItsLinesWhateverItIsAskedAbout() {
    assertThat(DiagnosisText.of(HEALTHY.diagnosedAsStranger("pump\n\u001b 7")))
        .startsWith(
            """
            NOT READY: terminal pump 7 in ACCEPTANCE, asked at 2026-06-01T12:00:00Z
            Check 2 fails: it does not have the shape of a serial
            """);
  }
}
