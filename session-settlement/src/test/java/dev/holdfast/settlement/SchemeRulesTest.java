package dev.holdfast.settlement;

import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.euro;
import static dev.holdfast.settlement.core.Given.hears;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.settlement.core.Given;
import dev.holdfast.settlement.core.Rules;
import dev.holdfast.settlement.core.SchemeRules;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.text.csv.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is tried of a price above the hold, with the rows that are shipped. */
class SchemeRulesTest {
  private static final String ANY = "unknown";
  private static final Path PAGE = Path.of("docs/rules.md");

  /** A case, and the plan for a price of 60.00. */
  record Row(String scheme, String held, boolean overCommit, boolean agreed, String plan) {
    @Nullable Money requested() {
      return held.endsWith("of 50.00") ? euro("50.00") : null;
    }

    String authorized() {
      return held.replace(" of 50.00", "");
    }
  }

  static List<Row> rows() {
    return List.of(
        new Row(ANY, "50.00", false, false, "CAPTURE 50.00"),
        new Row(ANY, "50.00", true, false, "CAPTURE 50.00"),
        new Row(ANY, "50.00", false, true, "WHOLE 60.00, HOLD 50.00"),
        new Row(ANY, "50.00", true, true, "OVER_COMMIT 60.00, WHOLE 60.00, HOLD 50.00"),
        new Row(ANY, "30.00 of 50.00", true, false, "CAPTURE 30.00"),
        new Row("VISA", "50.00", false, false, "CAPTURE 50.00"),
        new Row("VISA", "50.00", true, false, "OVER_COMMIT 60.00, HOLD 50.00"),
        new Row("VISA", "50.00", false, true, "WHOLE 60.00, HOLD 50.00"),
        new Row("VISA", "30.00 of 50.00", true, false, "CAPTURE 30.00"),
        new Row("VISA", "30.00 of 50.00", false, true, "WHOLE 60.00, HOLD 30.00"),
        new Row("MASTERCARD", "50.00", false, false, "CAPTURE 50.00"),
        new Row("MASTERCARD", "50.00", true, false, "OVER_COMMIT 60.00, HOLD 50.00"),
        new Row("MASTERCARD", "50.00", true, true, "OVER_COMMIT 60.00, WHOLE 60.00, HOLD 50.00"),
        new Row("MASTERCARD", "30.00 of 50.00", true, false, "CAPTURE 30.00"),
        new Row("MASTERCARD", "30.00 of 50.00", true, true, "CAPTURE 30.00"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tryNoMoreThanTheSchemeAndTheCpoAllow(Row row) {
    assertThat(plan(row, "60.00")).isEqualTo(row.plan());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void takeAPriceWithinTheHoldWhateverTheCard(Row row) {
    assertThat(plan(row, "23.40")).isEqualTo("CAPTURE 23.40");
  }

  @Test
  void knowASchemeByItsLetters() {
    for (String name : List.of("Mastercard", "mastercard", "MASTER CARD", "Master-Card")) {
      assertThat(plan(new Row(name, "50.00", true, false, ""), "60.00"))
          .isEqualTo("OVER_COMMIT 60.00, HOLD 50.00");
    }
  }

  @Test
  void holdFromTheirDayOn() {
    var day = LocalDate.parse("2026-11-22");
    var agreement = new SchemeRules.Agreement(Given.CPO, day.plusDays(1), "Ann");
    var later =
        new SchemeRules.Row(
            "VISA", SchemeRules.Rule.OVER_COMMIT, SchemeRules.Permission.ALWAYS, day.plusDays(1));
    var rules =
        new Rules(ReadRules.smallestAmounts(), new SchemeRules(List.of(later), List.of(agreement)));
    assertThat(plan(rules, hold(new Row("VISA", "50.00", true, true, "")), "60.00"))
        .isEqualTo("CAPTURE 50.00");
  }

  @Test
  void refuseAnAgreementThatDoesNotSaySinceWhenAndByWhom() {
    for (String text :
        List.of("cpo-7", "cpo-7:2026-01-01", "cpo-7:2026-01-01: ", ":2026-01-01:x")) {
      assertThatThrownBy(() -> ReadRules.agreement(text)).hasMessageContaining("who agreed");
    }
    assertThatThrownBy(() -> ReadRules.agreement("cpo-7:2026-02-30:Ann"))
        .hasMessageContaining("2026-02-30 is no day");
    assertThat(ReadRules.agreement("NL:7:2026-01-01:Ann: by letter"))
        .isEqualTo(
            new SchemeRules.Agreement("NL:7", LocalDate.parse("2026-01-01"), "Ann: by letter"));
  }

  @Test
  void areTheTablesOfThePage() throws IOException {
    String plans =
        rows().stream()
            .map(row ->
                cells(
                    row.scheme(),
                    row.held(),
                    row.overCommit() ? "on" : "off",
                    row.agreed() ? "yes" : "no",
                    row.plan()))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(PAGE)).contains(plans);
    String sources =
        CsvTable.ofResource(ReadRules.class, "/scheme-rules.csv").rows().stream()
            .map(row -> cells(row.cells().toArray(String[]::new)))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(PAGE)).contains(sources);
  }

  private static String cells(String... cells) {
    return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String plan(Row row, String total) {
    List<SchemeRules.Agreement> agreements =
        row.agreed() ? List.of(ReadRules.agreement(Given.CPO + ":2026-11-22:Ann")) : List.of();
    var rules =
        new Rules(ReadRules.smallestAmounts(), new SchemeRules(ReadRules.schemeRows(), agreements));
    return plan(rules, hold(row), total);
  }

  private static String plan(Rules rules, Hold hold, String total) {
    Settlement known = rules.decide(null, hears(hold)).orElseThrow().after();
    return rules.decide(known, hears(close(1, total))).orElseThrow().after().plan().stream()
        .map(rung -> rung.method() + " " + rung.amount().getAmount())
        .collect(Collectors.joining(", "));
  }

  private static Hold hold(Row row) {
    Hold any = Given.held(row.authorized());
    var grant =
        new Hold.Grant(
            Given.CPO,
            any.authorized(),
            row.overCommit(),
            any.grant().expiresAt(),
            new Hold.Card(row.scheme().equals(ANY) ? null : row.scheme(), row.requested()));
    return new Hold(any.version(), any.standing(), grant, any.moves(), null);
  }
}
