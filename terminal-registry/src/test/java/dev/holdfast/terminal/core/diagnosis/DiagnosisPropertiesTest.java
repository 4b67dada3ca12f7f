package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for every diagnosis, whatever is or is not wrong. */
class DiagnosisPropertiesTest {
  private static final int LONGEST_SENTENCE = 300;
  private static final Set<Question> OF_VENDOR =
      Set.of(Question.VENDOR_UP, Question.VENDOR_ENVIRONMENT, Question.ONBOARDED);

  @Property
  void asksTheTwelveQuestionsInTheirOrder(
      @ForAll("cases") Case it, @ForAll Environment environment) {
    assertThat(diagnose(it, environment).checks())
        .extracting(Check::question)
        .containsExactly(Question.values());
  }

  @Property
  void isReadyExactlyWhereNoReasonSpeaksAgainstARegisteredTerminal(
      @ForAll("cases") Case it, @ForAll Environment environment) {
    var diagnosis = diagnose(it, environment);
    var expected = readiness(it, environment);

    assertThat(diagnosis.readiness()).isEqualTo(it.registered() == null ? null : expected);
    var ready = diagnosis.firstFailing().isEmpty();
    assertThat(ready).isEqualTo(it.registered() != null && expected.reasons().isEmpty());
    Statistics.collect(ready);
    Statistics.coverage(seen -> seen.check(true).count(count -> count > 0));
  }

  @Property
  void failsExactlyTheChecksOfTheReasons(
      @ForAll("cases") Case it, @ForAll Environment environment) {
    var failing = failing(diagnose(it, environment));
    var expected =
        readiness(it, environment).reasons().stream()
            .map(DiagnosisPropertiesTest::checkOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Question.class)));
    if (it.registered() == null) {
      expected.add(Question.REGISTERED);
    }

    assertThat(failing).isEqualTo(expected);
  }

  @Property
  void saysWhatToDoInOneSentenceWhereverSomethingIsWrong(
      @ForAll("cases") Case it, @ForAll Environment environment) {
    for (var check : diagnose(it, environment).checks()) {
      assertThat(check.evidence()).isNotBlank().doesNotContain("null").doesNotEndWith(".");
      if (check.outcome() == Outcome.FAIL || check.outcome() == Outcome.WARN) {
        assertThat(check.remedy()).isNotNull();
      }
      if (check.outcome() == Outcome.PASS) {
        assertThat(check.remedy()).isNull();
      }
    }
    assertThat(remedies(it, environment))
        .allSatisfy(remedy ->
            assertThat(remedy.sentence())
                .matches("[A-Z].*[^.]\\.")
                .doesNotContain(". ", "null", "  ")
                .hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
  }

  @Property
  void namesTheCloudAndTheCposThatAreContracted(
      @ForAll("cases") Case it, @ForAll Environment environment) {
    var cloud = environment.pairedCloud();
    for (var check : diagnose(it, environment).checks()) {
      if (check.outcome() == Outcome.FAIL) {
        var remedy = Objects.requireNonNull(check.remedy());
        assertThat(remedy.whoActs()).isNotNull();
        if (OF_VENDOR.contains(check.question())) {
          assertThat(remedy.sentence()).contains(vendor(it).cloud(cloud));
        }
        if (check.question() == Question.CONTRACTED) {
          assertThat(Objects.requireNonNull(it.registered()).contractedCpos())
              .allSatisfy(cpoId -> assertThat(remedy.sentence()).contains(cpoId));
        }
      }
    }
  }

  private static Diagnosis diagnose(Case it, Environment environment) {
    return new DiagnosisRules(rules(environment), Duration.ofMinutes(15)).diagnose(it);
  }

  private static Stream<Remedy> remedies(Case it, Environment environment) {
    return diagnose(it, environment).checks().stream()
        .flatMap(check -> Stream.ofNullable(check.remedy()));
  }

  private static Set<Question> failing(Diagnosis diagnosis) {
    return diagnosis.checks().stream()
        .filter(check -> check.outcome() == Outcome.FAIL)
        .map(Check::question)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Question.class)));
  }

  /** What the standing rules hold against it: of a stranger, what the vendor says. */
  private static Readiness readiness(Case it, Environment environment) {
    var status = it.report() == null ? VendorStatus.UNKNOWN : it.report().status();
    var registered = it.registered();
    if (registered != null) {
      var told = registered.terminal().dossier();
      return rules(environment).judge(told, registered.cpo(), NOW).readiness().under(status);
    }
    return Vendor.ofSerial(it.serial()).isPresent()
        ? Readiness.because(rules(environment).ofVendor(it.facts())).under(status)
        : Readiness.READY;
  }

  private static Vendor vendor(Case it) {
    return it.registered() == null
        ? Vendor.ofSerial(it.serial()).orElseThrow()
        : it.registered().terminal().dossier().registration().vendor();
  }

  private static Question checkOf(Reason reason) {
    return switch (reason) {
      case VENDOR_DOWN -> Question.VENDOR_UP;
      case RETIRED -> Question.REGISTERED;
      case WRONG_VENDOR_ENVIRONMENT -> Question.VENDOR_ENVIRONMENT;
      case UNKNOWN_TO_VENDOR, NOT_ACTIVATED, NOT_CONFIGURED -> Question.ONBOARDED;
      case NOT_BOUND_TO_CHARGER -> Question.BOUND;
      case CPO_NOT_CONTRACTED -> Question.CONTRACTED;
      case HOLD_ABOVE_LIMIT, CURRENCY_MISMATCH -> Question.HOLD;
    };
  }

  @Provide
  Arbitrary<Case> cases() {
    return CaseGenerators.cases();
  }
}
