package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.contractedCpo;
import static dev.holdfast.terminal.Doors.get;
import static dev.holdfast.terminal.Doors.newSerial;
import static dev.holdfast.terminal.Doors.register;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.contracts.Topic;
import dev.holdfast.doors.Page;
import dev.holdfast.events.TerminalChange;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class ImportIT {
  private static final String HEADER =
      "serial,vendor,model,country,currency,hold_minor_units,charger_id,evse_ids,cpo_id\n";

  /** Sends text/csv as text; by itself the client knows only its own types. */
  static final RestAssuredConfig AS_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("text/csv", ContentType.TEXT));

  private static TopicProbe probe;

  @Inject PaymentRows rows;

  @BeforeAll
  static void open() {
    probe = TopicProbe.ofApplication();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  /** Whatever the reason is, here a rule that only the database has. */
  @Test
  void refusesOnlyTheLineThatCannotBeKept() throws SQLException {
    var unkept = newSerial();
    var kept = newSerial();
    rows.change(
        "alter table terminal add constraint test_only check (serial <> '%s')".formatted(unkept));
    try {
      load(HEADER + unkept + ",PAYTER,P68,NL,EUR,,,,\n" + kept + ",PAYTER,P68,NL,EUR,,,,\n")
          .statusCode(200)
          .body("created", equalTo(1))
          .body("results[0].outcome", equalTo("REFUSED"))
          .body(
              "results[0].remedy",
              equalTo(unkept + " cannot be changed: the log of this service says why"));
    } finally {
      rows.change("alter table terminal drop constraint test_only");
    }
    get("/terminals/" + kept).statusCode(200);
  }

  @Test
  void answersEachLineAndLetsNoBadOneStopTheGoodOnes() {
    var cpoId = contractedCpo();
    var created = newSerial();
    var changed = newSerial();
    var retired = newSerial();
    register(changed);
    register(retired);
    Doors.retire(retired);
    var file =
        Stream.of(
                created + ",PAYTER,\"P68, white\",NL,EUR,,CH-1,E2 E1,%s".formatted(cpoId),
                changed + ",PAYTER,P68,NL,EUR,4000,,,",
                created + ",PAYTER,\"P68, white\",NL,EUR,,CH-1,E1|E2,%s".formatted(cpoId),
                retired + ",PAYTER,P68,NL,EUR,,,,",
                newSerial() + ",PAYTER,P68,NL,EUR,,CH-1,E1,NL-NEVER",
                newSerial() + ",PAYTER,P68,AQ,EUR,,,,",
                newSerial() + ",PAYTER,\"open,NL,EUR,,,,",
                newSerial() + ",PAYTER,4111111111111111,NL,EUR,,,,",
                "P68TWICE1,PAYTER,A,NL,EUR,,,,",
                "P68TWICE1,PAYTER,B,NL,EUR,,,,")
            .collect(joining("\r\n"));

    load(HEADER + file)
        .statusCode(200)
        .body("lines", equalTo(10))
        .body("created", equalTo(1))
        .body("changed", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("refused", equalTo(7))
        .body("results.line", contains(2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
        .body("results[0].serial", equalTo(created))
        .body("results[0].outcome", equalTo("CREATED"))
        .body("results[0].remedy", nullValue())
        .body("results[1].outcome", equalTo("CHANGED"))
        .body("results[2].outcome", equalTo("UNCHANGED"))
        .body("results[2].remedy", equalTo("says the same as line 2"))
        .body("results[3].field", equalTo("serial"))
        .body("results[3].remedy", containsString("is retired for ever"))
        .body("results[4].field", equalTo("cpo_id"))
        .body("results[4].remedy", containsString("PUT /cpos/NL-NEVER first"))
        .body("results[5].field", equalTo("hold_minor_units"))
        .body("results[5].remedy", containsString("no contactless limit is known for AQ"))
        .body("results[6].remedy", containsString("quotes do not match"))
        .body("results[7].serial", nullValue())
        .body("results[7].remedy", containsString("card number"))
        .body("results[8].remedy", containsString("lines 10, 11 say different things"))
        .body("results[9].outcome", equalTo("REFUSED"))
        .body(not(containsString("4111")));
    get("/terminals/" + created)
        .body("version", equalTo(1))
        .body("model", equalTo("P68, white"))
        .body("binding.chargerId", equalTo("CH-1"))
        .body("binding.cpoId", equalTo(cpoId))
        .body("binding.evseIds", contains("E1", "E2"));
    get("/terminals/" + changed).body("hold.minorUnits", equalTo(4000));
    get("/terminals/P68TWICE1").statusCode(404);
  }

  @Test
  void saysNothingNewWhenItIsRepeatedInAnyOrder() {
    var cpoId = contractedCpo();
    var serials = Stream.generate(Doors::newSerial).limit(5).toList();
    var lines = serials.stream().map(serial -> line(serial, "CH-" + serial, cpoId)).toList();

    load(HEADER + String.join("", lines)).body("created", equalTo(5));
    load(HEADER + String.join("", lines.reversed()))
        .body("unchanged", equalTo(5))
        .body("results.serial", equalTo(serials.reversed()))
        .body("results.outcome", everyItem(equalTo("UNCHANGED")));
    load(HEADER + line(serials.getFirst(), "CH-ELSEWHERE", cpoId)).body("changed", equalTo(1));

    assertThat(changesOf(serials.getFirst(), 2))
        .containsExactly(TerminalChange.REGISTERED, TerminalChange.BOUND);
    serials.stream()
        .skip(1)
        .forEach(
            serial -> assertThat(changesOf(serial, 1)).containsExactly(TerminalChange.REGISTERED));
  }

  @Test
  void leavesTheBindingAloneWhereTheFileDoesNotNameOne() {
    var cpoId = contractedCpo();
    var serial = newSerial();
    load(HEADER + line(serial, "CH-1", cpoId)).body("created", equalTo(1));

    load("serial,vendor,country,currency\n%s,PAYTER,NL,EUR\n".formatted(serial))
        .body("changed", equalTo(1));
    get("/terminals/" + serial)
        .body("model", nullValue())
        .body("binding.chargerId", equalTo("CH-1"));
  }

  @Test
  void takesThousandsOfLines() {
    var cpoId = contractedCpo();
    var file =
        IntStream.range(0, 2000)
            .mapToObj(_ -> newSerial())
            .map(serial -> line(serial, "CH-" + serial, cpoId))
            .collect(joining("", HEADER, ""));

    load(file).body("created", equalTo(2000)).body("results", hasSize(2000));
    load(file).body("unchanged", equalTo(2000)).body("results", hasSize(2000));
    get("/terminals?size=1&count=true&cpo=" + cpoId)
        .body("total", equalTo(Page.COUNTED))
        .body("totalIsExact", equalTo(false));
  }

  @Test
  void takesMoreThanTheOtherDoors() {
    var tall = HEADER + "\n".repeat(2_000_000) + line(newSerial(), "CH-1", contractedCpo());

    load(tall).body("created", equalTo(1)).body("results.line", contains(2_000_002));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text/csv | `` | 422 | the file is empty",
        "text/csv | serial,vendor | 422 | country, currency",
        "text/csv | serial,vendor,country,currency,colour | 422 | no column is called",
        "application/json | {} | 415 | see /q/openapi for what this path takes",
        "application/x-www-form-urlencoded | serial,vendor | 415 | see /q/openapi for what this path takes",
      })
  void refusesAWholeFileWithTheRemedy(String type, String body, int status, String remedy) {
    given()
        .config(AS_IS)
        .contentType(type)
        .body(body)
        .post("/terminals/import")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("detail", containsString(remedy));
  }

  private static ValidatableResponse load(String file) {
    return given()
        .config(AS_IS)
        .contentType("text/csv")
        .body(file)
        .post("/terminals/import")
        .then();
  }

  private static String line(String serial, String chargerId, String cpoId) {
    return "%s,PAYTER,P68,NL,EUR,,%s,NL*ABC*E1,%s\n".formatted(serial, chargerId, cpoId);
  }

  /** All that was published of a terminal, once that version is there. */
  private static List<TerminalChange> changesOf(String serial, int version) {
    return probe
        .await(Topic.TERMINALS, TerminalChanged.class, serial, seen -> seen.size() >= version)
        .stream()
        .map(Published::value)
        .map(TerminalChanged::getChange)
        .toList();
  }
}
