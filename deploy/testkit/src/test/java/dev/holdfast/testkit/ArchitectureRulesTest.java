package dev.holdfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {
  private static final JavaClasses SAMPLES =
      new ClassFileImporter().importPackages("dev.holdfast.samples");
  private static final JavaClasses GOOD_SAMPLES =
      new ClassFileImporter().importPackages("dev.holdfast.samples.good");

  static Stream<Arguments> rulesAndWhatTheyCatch() {
    return Stream.of(
        caught(ArchitectureRules.CORE_IS_PLAIN_JAVA, "KnowsTheEvents", "KnowsTheFramework"),
        caught(
            ArchitectureRules.CORE_HAS_NO_CLOCK_NO_CHANCE_AND_NO_INPUT_OUTPUT,
            "ReadsTheClock",
            "DrawsLots",
            "ReadsAFile"),
        caught(ArchitectureRules.ONLY_DELIVERY_SENDS, "SendsByItself", "Emits"),
        caught(ArchitectureRules.ONLY_ONE_PLACE_OWNS_A_JDBC_TRANSACTION, "ForgetsToRollBack"),
        caught(ArchitectureRules.ONLY_THE_KAFKA_PACKAGE_READS_TOPICS, "ReadsATopic"),
        caught(ArchitectureRules.NO_CYCLES, "Chicken", "Egg"),
        caught(
            ArchitectureRules.NAMES_SAY_SOMETHING,
            "MoneyUtil",
            "SettlementEntity",
            "TerminalDTO",
            "HoldManagerV2",
            "CaptureInfo"),
        caught(ArchitectureRules.NO_FIELD_INJECTION, "TakesAField", "TakesASetting"),
        caught(ArchitectureRules.NO_STATIC_PANACHE, "ActiveRow"),
        caught(
            AnatomyRules.ARROWS_POINT_ONE_WAY,
            "AskTheBank.ask()",
            "AsksTheTable",
            "FillsTheTable",
            "SaysMore",
            "TakesAnAnswer",
            "KnowsTheTable",
            "KnowsItsAdapter",
            "KnowsPayter",
            "KnowsAVerb"),
        caught(AnatomyRules.NO_CIRCLE_OF_CLASSES, "Hen", "Chick"),
        caught(
            AnatomyRules.ONE_CLOCK,
            "LooksAtTheWall.source()",
            "LooksAtTheWall.day()",
            "LooksAtTheWall.later()",
            "ReadsTheClock"),
        caught(AnatomyRules.DOORS_ARE_RESOURCES, "AsksTheTable"),
        caught(AnatomyRules.ENTITIES_ARE_ROWS, "LedgerEntry"),
        caught(AnatomyRules.ROWS_ARE_KEPT_BY_TABLES_AND_PAGES, "Ledger"),
        caught(AnatomyRules.NO_PACKAGE_IS_CALLED_OUT, "LeftByTheBuild"));
  }

  @ParameterizedTest
  @MethodSource("rulesAndWhatTheyCatch")
  void eachRuleCatchesItsBadSamples(ArchRule rule, List<String> bad) {
    var report = rule.evaluate(SAMPLES).getFailureReport().toString();
    assertThat(report).contains(bad);
  }

  @ParameterizedTest
  @MethodSource("rulesAndWhatTheyCatch")
  void noRuleComplainsOfTheGoodSamples(ArchRule rule, List<String> bad) {
    assertThat(bad).isNotEmpty();
    assertThat(rule.evaluate(GOOD_SAMPLES).hasViolation()).isFalse();
  }

  @Test
  void everyRuleIsShownToCatchSomething() {
    var count =
        Stream.of(ArchitectureRules.class, AnatomyRules.class)
            .flatMap(rules -> Arrays.stream(rules.getDeclaredFields()))
            .filter(field -> field.isAnnotationPresent(ArchTest.class))
            .count();
    assertThat(rulesAndWhatTheyCatch()).hasSize((int) count);
  }

  @ParameterizedTest
  @CsvSource({
    "Database, database",
    "TerminalDTO, terminal dto",
    "HTTPInfo, http info",
    "AbstractHold, abstract hold"
  })
  void aNameIsReadWordByWord(String name, String words) {
    assertThat(String.join(" ", Names.wordsOf(name))).isEqualTo(words);
  }

  private static Arguments caught(ArchRule rule, String... bad) {
    return Arguments.of(rule, List.of(bad));
  }
}
