package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.ACCEPTANCE;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.PLACE;
import static dev.holdfast.terminal.core.Samples.SERIAL;
import static dev.holdfast.terminal.core.Samples.UNKNOWN;
import static dev.holdfast.terminal.core.diagnosis.Patient.minutesAgo;

import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Dossier;
import dev.holdfast.terminal.core.Generators;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.diagnosis.Case.Registered;
import dev.holdfast.terminal.core.payment.PaymentCount;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import dev.holdfast.terminal.core.payment.StuckPayment;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random cases, among them healthy ones. */
final class CaseGenerators {
  private CaseGenerators() {}

  static Arbitrary<Case> cases() {
    return Arbitraries.frequencyOf(
        Tuple.of(7, registered()),
        Tuple.of(2, Arbitraries.just(Patient.HEALTHY.examined())),
        Tuple.of(1, strangers()));
  }

  private static Arbitrary<Case> registered() {
    var dossiers =
        Combinators.combine(
                registrations(),
                Arbitraries.of(new Binding(PLACE, NOW)).injectNull(0.2),
                facts(),
                Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
            .as((registration, binding, facts, retired) ->
                new Dossier(registration, retired ? null : binding, facts, retired));
    return Combinators.combine(dossiers, cpos(), contractedCpos(), reports(), histories())
        .as((told, cpo, contracted, report, history) -> {
          var ofCharger = told.binding() == null ? null : cpo;
          var standing = ACCEPTANCE.judge(told, ofCharger, NOW);
          var terminal = new Terminal(SERIAL, 7, NOW, told, standing);
          return new Case(
              SERIAL,
              NOW,
              new Registered(terminal, ofCharger, contracted),
              told.facts(),
              report,
              history);
        });
  }

  private static Arbitrary<Registration> registrations() {
    return Combinators.combine(Generators.registrations(), Arbitraries.of(Vendor.class))
        .as((told, vendor) ->
            new Registration(vendor, told.model(), told.country(), told.currency(), told.own()));
  }

  private static Arbitrary<Case> strangers() {
    return Combinators.combine(
            Arbitraries.of(SERIAL, "tmr_FDOt2wlRZEdpd7", "pump 7"), facts(), reports(), histories())
        .as((serial, facts, report, history) ->
            new Case(serial, NOW, null, facts, report, history));
  }

  private static Arbitrary<@Nullable Cpo> cpos() {
    var others =
        Arbitraries.of(
            new Contract(minutesAgo(9), minutesAgo(5), "ended"),
            new Contract(minutesAgo(9), NOW.plusSeconds(9), "ends"),
            new Contract(NOW.plusSeconds(9), null, "starts"));
    var agreed =
        Combinators.combine(Generators.cpos(), Arbitraries.of(Environment.class), others)
            .as((cpo, environment, contract) ->
                new Cpo(cpo.cpoId(), 1, cpo.defaults(), Map.of(environment, List.of(contract))));
    return Arbitraries.frequencyOf(Tuple.of(3, Generators.cpos()), Tuple.of(1, agreed))
        .injectNull(0.05);
  }

  private static Arbitrary<List<String>> contractedCpos() {
    return Arbitraries.of("NL-XYZ", "BE-DEF", "DE-GHI").list().uniqueElements().ofMaxSize(3);
  }

  private static Arbitrary<VendorFacts> facts() {
    return Combinators.combine(fact(), fact()).as(VendorFacts::new);
  }

  /** Up to two answers in a row: also what was seen, and is not told again. */
  private static Arbitrary<CloudFact> fact() {
    Arbitrary<CloudAnswer> aged =
        Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(0, 5, 15, 60))
            .as((online, minutes) ->
                new Seen(minutesAgo(minutes), online, "IDLE", true, true, null));
    return Arbitraries.oneOf(Generators.answers(), aged, Arbitraries.just(UNKNOWN))
        .list()
        .ofMaxSize(2)
        .map(answers ->
            answers.stream().reduce(CloudFact.NOTHING, CloudFact::after, (before, after) -> after));
  }

  private static Arbitrary<@Nullable VendorReport> reports() {
    return Combinators.combine(
            Arbitraries.of(VendorStatus.class), Arbitraries.of("Partial outage").injectNull(0.5))
        .as(Patient::report)
        .injectNull(0.1);
  }

  private static Arbitrary<PaymentHistory> histories() {
    var troubles =
        Arbitraries.maps(
                Arbitraries.of(
                    "DECLINED: FUNDS", "FAILED", "EXPIRED", "UNANSWERED: timeout", "ABANDONED"),
                Arbitraries.integers().between(1, 9))
            .ofMaxSize(3)
            .map(counted -> new TreeMap<>(counted));
    var stuck =
        Arbitraries.of(
                new StuckPayment("R-7", "HELD beyond its expiry", minutesAgo(60)),
                new StuckPayment("R-9", "UNANSWERED: timeout", minutesAgo(15)))
            .list()
            .uniqueElements()
            .ofMaxSize(2);
    return Combinators.combine(counts(), counts(), troubles, stuck, Arbitraries.of(5, 0))
        .as((own, others, counted, waiting, good) ->
            new PaymentHistory(
                Duration.ofDays(7),
                own,
                others,
                counted,
                waiting,
                good == 0 ? null : minutesAgo(good),
                good == 0 ? null : "R-1"));
  }

  private static Arbitrary<PaymentCount> counts() {
    var counts = Arbitraries.integers().between(0, 9);
    return Combinators.combine(counts, counts)
        .as((one, other) -> new PaymentCount(Math.max(one, other), Math.min(one, other)));
  }
}
