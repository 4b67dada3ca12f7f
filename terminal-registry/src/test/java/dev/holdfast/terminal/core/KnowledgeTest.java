package dev.holdfast.terminal.core;

import static dev.holdfast.terminal.core.Samples.ACCEPTANCE;
import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SEEN;
import static dev.holdfast.terminal.core.Samples.UNKNOWN;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.terminal.core.Refusal.OtherVersion;
import dev.holdfast.terminal.core.cpo.CountryLimits;
import dev.holdfast.terminal.core.cpo.Currencies;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
  @Test
  void choosesTheLimitInForceOnTheDay() {
    var rows = List.of(limit("NL", eur(50), "2020-03-26"), limit("NL", eur(25), "2016-01-01"));
    var limits = new CountryLimits(rows);

    assertThat(limits.inForce("NL", Instant.parse("2015-12-31T23:59:59Z"))).isEmpty();
    assertThat(limits.inForce("NL", Instant.parse("2016-01-01T00:00:00Z"))).contains(rows.get(1));
    assertThat(limits.inForce("NL", Instant.parse("2020-03-25T23:59:59Z"))).contains(rows.get(1));
    assertThat(limits.inForce("NL", Instant.parse("2020-03-26T00:00:00Z"))).contains(rows.get(0));
    assertThat(limits.inForce("XX", NOW)).isEmpty();
  }

  @Test
  void remembersWhatACloudSaidWhenItDoesNotAnswer() {
    var fact = CloudFact.NOTHING.after(SEEN).after(UNKNOWN);

    assertThat(fact).isEqualTo(new CloudFact(SEEN, UNKNOWN, NOW));
    assertThat(fact.after(NOT_SEEN)).isEqualTo(new CloudFact(NOT_SEEN, null, NOW));
  }

  @Test
  void believesNoAnswerThatWasAskedForEarlierThanTheLast() {
    var earlier = NOW.minusSeconds(1);
    for (var last : List.of(SEEN, NOT_SEEN, UNKNOWN)) {
      var fact = CloudFact.NOTHING.after(last);
      for (var late :
          List.of(
              new CloudAnswer.NotSeen(earlier),
              new CloudAnswer.Unknown(earlier, "late"),
              new CloudAnswer.Seen(earlier, true, "IDLE", true, true, null))) {
        assertThat(fact.after(late)).isEqualTo(fact);
      }
    }
  }

  @Test
  void remembersWhenATerminalWasLastOnline() {
    var offline = new Seen(NOW.plusSeconds(9), false, "IDLE", true, true, null);

    assertThat(CloudFact.NOTHING.after(offline).lastOnlineAt()).isNull();
    assertThat(CloudFact.NOTHING.after(SEEN).after(offline).lastOnlineAt()).isEqualTo(NOW);
  }

  @Test
  void believesACloudThatTellsWhenATerminalWasLastOnline() {
    var asked = NOW.plusSeconds(9);
    for (var told : List.of(NOW.minusSeconds(1), NOW.plusSeconds(1))) {
      var offline = new Seen(asked, false, "idle", true, true, null, told);
      assertThat(CloudFact.NOTHING.after(offline).lastOnlineAt()).isEqualTo(told);
      assertThat(CloudFact.NOTHING.after(SEEN).after(offline).lastOnlineAt())
          .isEqualTo(told.isBefore(NOW) ? NOW : told);
      var online = new Seen(asked, true, "idle", true, true, null, told);
      assertThat(CloudFact.NOTHING.after(online).lastOnlineAt()).isEqualTo(asked);
    }
  }

  @Test
  void keepsWhatACloudSaidThatWasNotAskedAgain() {
    var facts = VendorFacts.NONE.after(Map.of(VendorEnvironment.PRODUCTION, SEEN));

    assertThat(facts.after(Map.of(VendorEnvironment.TEST, NOT_SEEN)))
        .isEqualTo(Samples.facts(NOT_SEEN, SEEN));
  }

  @Test
  void knowsWhenAnotherLimitComesIntoForce() {
    var limits = ACCEPTANCE.limits();

    assertThat(limits.nextTurn("NL", NOW)).contains(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(limits.nextTurn("NL", Instant.parse("2030-01-01T00:00:00Z"))).isEmpty();
    assertThat(limits.nextTurn("GB", NOW)).isEmpty();
  }

  @Test
  void tellsRulesApartThatJudgeOtherwise() {
    assertThat(ACCEPTANCE.fingerprint())
        .isEqualTo(Samples.rules(Environment.ACCEPTANCE).fingerprint())
        .startsWith("ACCEPTANCE/")
        .isNotEqualTo(
            new StandingRules(Environment.ACCEPTANCE, new CountryLimits(List.of())).fingerprint())
        .isNotEqualTo(Samples.rules(Environment.PRODUCTION).fingerprint());
  }

  @Test
  void expectsAVersion() {
    assertThat(
            List.<Expected>of(
                new Expected.Anything(),
                new Expected.Unsaid(),
                new Expected.Something(),
                new Expected.Nothing(),
                new Expected.Version(2)))
        .extracting(
            expected -> List.of(expected.refusal(0), expected.refusal(1), expected.refusal(2)))
        .containsExactly(
            List.of(Optional.empty(), Optional.empty(), Optional.empty()),
            List.of(Optional.empty(), needed(1), needed(2)),
            List.of(changed(0), Optional.empty(), Optional.empty()),
            List.of(Optional.empty(), changed(1), changed(2)),
            List.of(changed(0), changed(1), Optional.empty()));
  }

  private static Optional<OtherVersion> needed(long version) {
    return Optional.of(new OtherVersion.VersionNeeded(version));
  }

  private static Optional<OtherVersion> changed(long version) {
    return Optional.of(new OtherVersion.ChangedMeanwhile(version));
  }

  @Test
  void reportsAVendorAnewOnlyWhenSomethingIsOther() {
    var up = new Observation(VendorStatus.OPERATIONAL, "all well", List.of());
    var later = NOW.plusSeconds(30);
    var first = VendorReport.first(Vendor.PAYTER, VendorEnvironment.TEST, up, NOW);

    assertThat(first.after(up, later)).isSameAs(first);
    assertThat(first.after(new Observation(VendorStatus.OPERATIONAL, "nearly", List.of()), later))
        .isEqualTo(
            new VendorReport(
                Vendor.PAYTER,
                VendorEnvironment.TEST,
                2,
                later,
                VendorStatus.OPERATIONAL,
                NOW,
                "nearly",
                List.of()));
    assertThat(
            first.after(new Observation(VendorStatus.DOWN, "all well", List.of()), later).since())
        .isEqualTo(later);
  }

  @Test
  void reportsAVendorAnewWhenItsMaintenanceChanges() {
    var tonight = new MaintenanceWindow("database", NOW.plusSeconds(9), NOW.plusSeconds(99));
    var later = NOW.plusSeconds(30);
    var first =
        VendorReport.first(
            Vendor.PAYTER,
            VendorEnvironment.TEST,
            new Observation(VendorStatus.OPERATIONAL, null, List.of()),
            NOW);
    var planned = new Observation(VendorStatus.OPERATIONAL, null, List.of(tonight));

    var announced = first.after(planned, later);

    assertThat(announced.maintenance()).containsExactly(tonight);
    assertThat(announced.version()).isEqualTo(2);
    assertThat(announced.changedAt()).isEqualTo(later);
    assertThat(announced.since()).isEqualTo(NOW);
    assertThat(announced.after(planned, later.plusSeconds(1))).isSameAs(announced);
    assertThat(
            VendorReport.first(Vendor.PAYTER, VendorEnvironment.TEST, planned, NOW).maintenance())
        .containsExactly(tonight);
  }

  @Test
  void refusesAWindowThatDoesNotEndAfterItBegins() {
    assertThatThrownBy(() -> new MaintenanceWindow("database", NOW, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends after it begins");
  }

  @Test
  void putsAnOutageOnTopOfTheOtherReasons() {
    var unbound = Readiness.because(List.of(Reason.NOT_BOUND_TO_CHARGER));

    assertThat(unbound.under(VendorStatus.DOWN).reasons())
        .containsExactly(Reason.VENDOR_DOWN, Reason.NOT_BOUND_TO_CHARGER);
    for (var status :
        List.of(
            VendorStatus.OPERATIONAL,
            VendorStatus.DEGRADED,
            VendorStatus.MAINTENANCE,
            VendorStatus.UNKNOWN)) {
      assertThat(Readiness.READY.under(status).isReady()).isTrue();
    }
  }

  @Test
  void knowsTheCurrenciesThatPeoplePayWith() {
    assertThat(Currencies.ofCode("EUR")).contains(CurrencyUnit.EUR);
    assertThat(Currencies.ofCode("XAU")).isEmpty();
    assertThat(Currencies.ofCode("EURO")).isEmpty();
  }

  @Test
  void putsReasonsInTheirOrderOnce() {
    assertThat(
            Readiness.because(List.of(Reason.RETIRED, Reason.VENDOR_DOWN, Reason.RETIRED))
                .reasons())
        .containsExactly(Reason.VENDOR_DOWN, Reason.RETIRED);
  }
}
