package dev.holdfast.terminal.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.terminal.core.Place;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import dev.holdfast.terminal.core.TerminalLines.Line;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.rest.ImportAnswer.LineResult;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.nio.charset.Charset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFileTest {
  private static final String HEADER = "serial,vendor,country,currency\n";
  private static final String ALL =
      "serial,vendor,model,country,currency,hold_minor_units,over_commit,charger_id,evse_ids,cpo_id\n";
  private static ValidatorFactory validators;

  @BeforeAll
  static void open() {
    validators = Validation.buildDefaultValidatorFactory();
  }

  @AfterAll
  static void close() {
    validators.close();
  }

  @Test
  void readsAllThatALineCanSay() {
    var file =
        read(ALL + "P68TEST1,PAYTER,\"P68, white\",NL,EUR,3000,TRUE,CH-1,E2|E1 E3,NL-ABC\r\n");

    var own = new HoldTerms(Money.parse("EUR 30.00"), true);
    var registration = new Registration(Vendor.PAYTER, "P68, white", "NL", CurrencyUnit.EUR, own);
    var place = new Place("CH-1", List.of("E1", "E2", "E3"), "NL-ABC");
    assertThat(file.flawed()).isEmpty();
    assertThat(file.lines().lines())
        .containsExactly(new Line(2, "P68TEST1", new Register(registration, place)));
  }

  @Test
  void leavesOutWhatIsEmptyOrHasNoColumn() {
    var expected =
        new Register(
            new Registration(Vendor.PAYTER, null, "NL", CurrencyUnit.EUR, HoldTerms.NONE), null);

    assertThat(read(ALL + "P68TEST1,PAYTER,,NL,EUR,,,,,\n").lines().lines())
        .containsExactly(new Line(2, "P68TEST1", expected));
    assertThat(
            read("\uFEFF Currency ,VENDOR,country,\"Serial\"\n\nEUR,PAYTER,NL,P68TEST1")
                .lines()
                .lines())
        .containsExactly(new Line(3, "P68TEST1", expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "P68TEST1,PAYTER,,NL,EUR,,,,; -; has 9 cells, but the header has 10",
        "P68TEST1,PAYTER,,NL,EUR,,,,,,; -; has 11 cells, but the header has 10",
        "p68,PAYTER,,NL,EUR,,,,,; serial; printed in capitals on the terminal",
        ",PAYTER,,NL,EUR,,,,,; serial; printed in capitals on the terminal",
        "P68TEST1,ACME,,NL,EUR,,,,,; vendor; is ACME, but must be one of [PAYTER, STRIPE]",
        "P68TEST1,,,NL,EUR,,,,,; vendor; must be one of [PAYTER, STRIPE]",
        "P68TEST1,PAYTER,,Holland,EUR,,,,,; country; ISO 3166-1",
        "P68TEST1,PAYTER,,,EUR,,,,,; country; ISO 3166-1",
        "P68TEST1,PAYTER,,NL,EURO,50,,,,; currency; ISO 4217",
        "P68TEST1,PAYTER,,NL,,,,,,; currency; ISO 4217",
        "P68TEST1,PAYTER,,NL,EUR,49.99,,,,; hold_minor_units; is 49.99, but must be a whole number",
        "P68TEST1,PAYTER,,NL,EUR,-5,,,,; hold_minor_units; above 0",
        "P68TEST1,PAYTER,,NL,EUR,1000000001,,,,; hold_minor_units; at most 1000000000",
        "P68TEST1,PAYTER,,NL,EUR,99999999999999999999,,,,; hold_minor_units; must be a whole number",
        "P68TEST1,PAYTER,,NL,EUR,,maybe,,,; over_commit; must be true or false",
        "P68TEST1,PAYTER,,NL,EUR,,,C1,,NL-ABC; evse_ids; give all of them or none",
        "P68TEST1,PAYTER,,NL,EUR,,,,E1,NL-ABC; charger_id; give all of them or none",
        "P68TEST1,PAYTER,,NL,EUR,,,C1,E1,; cpo_id; give all of them or none",
        "P68TEST1,PAYTER,,NL,EUR,,,C 1,E1,NL-ABC; charger_id; letters, digits",
        "P68TEST1,PAYTER,,NL,EUR,,,C1,E1 ?,NL-ABC; evse_ids; letters, digits",
        "P68TEST1,PAYTER,,NL,EUR,,,C1,|,NL-ABC; evse_ids; empty",
        "P68TEST1,PAYTER,,NL,EUR,,,C1,E1,NL ABC; cpo_id; letters, digits",
        "P68TEST1,PAYTER,\u0000,NL,EUR,,,,,; model; U+0000",
        "P68TEST1,PAYTER,\"open,NL,EUR,,,,,; -; cell 3: quotes do not match",
      })
  void refusesALineByTheChecksOfTheJsonDoors(String line, String field, String remedy) {
    var file = read(ALL + line + "\nP68TEST2,PAYTER,,NL,EUR,,,,,\n");

    assertThat(file.lines().lines()).extracting(Line::number).containsExactly(3);
    assertThat(file.flawed())
        .singleElement()
        .satisfies(flawed -> {
          assertThat(flawed.line()).isEqualTo(2);
          assertThat(flawed.field()).isEqualTo(field);
          assertThat(flawed.remedy()).contains(remedy);
        });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "4111 1111 1111 1111,PAYTER,NL,EUR",
        "P68TEST1,4111111111111111,NL,EUR",
        "P68TEST1,PAYTER,NL,EUR,4111-1111-1111-1111",
      })
  void repeatsNothingOfALineWithACardNumber(String line) {
    assertThat(read(HEADER + line).flawed())
        .containsExactly(LineResult.refused(2, null, null, "a cell " + CheckRow.CARD_NUMBER));
  }

  @Test
  void takesIdentifiersThatReadLikeCardNumbers() {
    var row = "P68TEST1,PAYTER,,NL,EUR,,,4242424242424242,%s,4012888888881881";
    var file = read(ALL + row.formatted("4111111111111111|4000056655665556") + "\n");

    assertThat(file.flawed()).isEmpty();
    assertThat(file.lines().lines()).hasSize(1);
    assertThat(read(ALL + row.formatted("4111 1111 1111 1111") + "\n").flawed()).hasSize(1);
  }

  @Test
  void repeatsNoMoreOfALineThanIsNeededToFindIt() {
    var flawed = read(HEADER + "P68" + "X".repeat(5000) + ",PAYTER,NL,EUR").flawed().getFirst();

    assertThat(flawed.serial()).startsWith("P68XXX").hasSizeLessThan(70);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``; header; the file is empty",
        "serial,vendor,currency; country; is missing: the columns are serial, vendor, model",
        "vendor,model; serial, country, currency; is missing",
        "serial,vendor,country,currency,colour; header; no column is called \"colour\": the columns are serial",
        "serial,vendor,country,currency,; header; no column is called \"\"",
        "serial,vendor,country,currency,Serial; serial; is there twice",
        "P68TEST1,PAYTER,NL,EUR; header; no column is called \"P68TEST1\"",
        "4111111111111111,PAYTER,NL,EUR; header; looks like a card number",
        "serial,\"vendor; header; cell 2: quotes do not match",
        "serial|vendor|country|currency; header; separated by commas",
      })
  void refusesAFileOfWhichTheColumnsAreInDoubt(String header, String field, String remedy) {
    assertThatThrownBy(
            () -> read(header + "\nP68TEST1,PAYTER,NL,EUR\n".repeat(header.isEmpty() ? 0 : 1)))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.getStatusCode()).isEqualTo(422);
              assertThat(problem.getParameters().get("field")).isEqualTo(field);
              assertThat(problem.getDetail()).contains(remedy).doesNotContain("4111");
            });
  }

  @Test
  void refusesAFileThatIsNotInUtf8() {
    var text = HEADER + "P68TEST1,PAYTER,NL,EUR\n\"é\",PAYTER,NL,EUR";

    assertThat(read(text).flawed()).hasSize(1);
    assertThatThrownBy(() -> read(text, ISO_8859_1)).hasMessageContaining("not UTF-8 in line 3");
    assertThatThrownBy(() -> read(text, UTF_16)).hasMessageContaining("not UTF-8 in line 1");
  }

  @Test
  void takesAsManyLinesAsItSaysAndNoMore() {
    var most = HEADER + "P68,PAYTER,NL,EUR\n".repeat(ImportFile.MOST_LINES);

    assertThat(read(most).flawed()).hasSize(ImportFile.MOST_LINES);
    assertThatThrownBy(() -> read(most + "P68TEST1,PAYTER,NL,EUR\n"))
        .hasMessageContaining("more than 100000 lines; split the file");
  }

  private static ImportFile read(String text) {
    return read(text, UTF_8);
  }

  private static ImportFile read(String text, Charset charset) {
    return ImportFile.read(text.getBytes(charset), new CheckRow(validators.getValidator()));
  }
}
