package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.PARKED;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that a newer version wrote is left for it and shown, and nothing else waits. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class NewerRowIT implements SoundBooks {
  private static final String MESSAGE = "was written by a newer version of this service";

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  /** Enough that every partition has some. */
  private final List<String> others =
      Stream.generate(() -> UUID.randomUUID().toString()).limit(24).toList();

  @AfterEach
  void close() {
    probe.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jsonb_set(state::jsonb, '{tip}', '\"EUR 100\"')",
        "jsonb_set(state::jsonb, '{session,closes,0,charging,tip}', '1')",
        "jsonb_set(state::jsonb, '{session,closes,0,price,total}', '\"XXY 100\"')"
      })
  void parksOnlyTheRecordsOfThatPaymentUntilTheNewerVersionIsThere(String newer)
      throws SQLException {
    waitForTheirHolds();
    String before = Database.text("select state from settlement where " + isMine());
    write("state = " + newer);
    String written = Database.text("select state from settlement where " + isMine());
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    others.forEach(one -> probe.publish(AUTHORIZATIONS, one, Records.held(one, 5000)));
    others.forEach(one -> await(one, SettlementStatus.DECIDED));
    assertThat(awaitParked().getError()).contains(reference, MESSAGE);
    assertThat(Database.text("select state from settlement where " + isMine())).isEqualTo(written);
    write("state = '%s'".formatted(before));
    replay();
    await(reference, SettlementStatus.DECIDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = jsonb_set(state::jsonb, '{tip}', '1')",
        "state = jsonb_set(state::jsonb, '{session,disputes}', '[{\"reason\":\"NEWER\"}]')"
      })
  void putsOffOnlyTheDeadlineOfThatPayment(String newer) throws SQLException {
    waitForTheirHolds();
    String before = Database.text("select state from settlement where " + isMine());
    write(newer + ", due_at = now()");
    Database.run("update settlement set due_at = now() where reference in " + those(others));
    others.forEach(one -> await(one, SettlementStatus.ATTENTION));
    assertThat(Database.text("select due || ' ' || version from settlement where " + isMine()))
        .isEqualTo("HOLD_UNKNOWN 1");
    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    Database.text(
                        "select due_at > now() + interval '5 minutes' from settlement where "
                            + isMine()))
                .isEqualTo("t"));
    write("state = '%s', due_at = now()".formatted(before));
    await(reference, SettlementStatus.ATTENTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = jsonb_set(state::jsonb, '{tip}', '1')",
        "attention = 'NEWER', outcome = 'NEWER', hold_standing = 'NEWER', capture_method = 'NEWER',"
            + " state = jsonb_set(state::jsonb, '{tip}', '1')",
        "due = 'NEWER'"
      })
  void showsItAndAllOthers(String newer) throws SQLException {
    waitForTheirHolds();
    String before = Database.text("select state from settlement where " + isMine());
    write(newer);
    given()
        .queryParam("session", "session-of-" + reference)
        .get("/settlements")
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("unreadable.id", contains(reference))
        .body("unreadable[0].why", containsString(MESSAGE));
    given()
        .queryParam("status", "AWAITING_HOLD")
        .queryParam("size", 500)
        .get("/settlements")
        .then()
        .statusCode(200)
        .body("unreadable.id", hasItem(reference))
        .body("items.reference", hasItem(others.getLast()));
    String csv = given().get("/settlements/export").then().statusCode(200).extract().asString();
    assertThat(csv.lines().filter(line -> line.startsWith(reference)))
        .singleElement()
        .asString()
        .contains(MESSAGE);
    assertThat(csv).contains(others);
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("changedAt", notNullValue())
        .body("sessionTotal", nullValue())
        .body("unreadable", containsString(MESSAGE))
        .body("trail", hasSize(0));
    given()
        .contentType("application/json")
        .body(Map.of("resolution", "RETRY", "version", 1, "by", "Ann", "reason", "it is late"))
        .post("/settlements/{reference}/resolution", reference)
        .then()
        .statusCode(503)
        .body("detail", containsString(MESSAGE));
    write("attention = null, outcome = null, hold_standing = null, capture_method = null");
    write("due = 'HOLD_UNKNOWN', state = '%s'".formatted(before));
  }

  @Test
  void showsTheTrailWithoutThePartThatItCannotRead() throws SQLException {
    waitForTheirHolds();
    write("hold_story = '{\"tip\": 1}'");
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .statusCode(200)
        .body("status", equalTo("AWAITING_HOLD"))
        .body("trail.kind", hasItems("SESSION_CLOSED", "AWAITING_HOLD"))
        .body("unreadable", containsString("wrote: 1"));
    write("hold_story = null");
  }

  @Test
  void showsEntriesOnAccountsThatAreNewer() throws SQLException {
    String cpo = "cpo-" + reference;
    var now = Instant.now();
    new Books(cpo)
        .book(
            Books.Entry.of(reference, Cause.SESSION_BILLED, now),
            "DEBIT RECEIVABLE_FROM_CARD_HOLDER 100 EUR",
            "CREDIT NEWER_ACCOUNT 100 EUR");
    for (String path : List.of("/journal", "/journal/export", "/trial-balance")) {
      String told =
          given().queryParam("cpo", cpo).get(path).then().statusCode(200).extract().asString();
      assertThat(told).contains("NEWER_ACCOUNT", "RECEIVABLE_FROM_CARD_HOLDER");
    }
    assertThat(given().queryParam("reference", reference).get("/journal").asString())
        .contains("NEWER_ACCOUNT");
  }

  @Test
  void showsReportsWithResultsThatAreNewer() throws SQLException {
    Database.run("alter table report_line drop constraint if exists report_line_result_check");
    Database.run(
        """
        insert into report (report_id, gateway, imported_at, covers_from, covers_to, last_line)
        values ('%s', 'PAYTER', now(), now(), now(), 2)
        """
            .formatted(reference));
    Database.run(
        """
        insert into report_line (report_id, line_number, entry_reference, result)
        values ('%1$s', 2, '%1$s', 'NEWER')
        """
            .formatted(reference));
    Database.run("insert into report_result values ('%s', 'NEWER', 1)".formatted(reference));
    String is = "items.find { it.reportId == '" + reference + "' }.results.";
    given()
        .queryParam("size", 500)
        .get("/reports")
        .then()
        .statusCode(200)
        .body(is + "NEWER", equalTo(1))
        .body(is + "MATCHED", equalTo(0));
    when()
        .get("/reports/{report}/lines", reference)
        .then()
        .statusCode(200)
        .body("items[0].result", equalTo("NEWER"));
  }

  @Test
  void parksWhatIsBookedForACpoWhoseTimeZoneIsNewer() throws SQLException {
    String cpo = "cpo-" + reference;
    Database.run(
        "insert into booking_calendar (cpo_id, set_at, time_zone, cut_off, set_by, reason)"
            + " values ('%s', now(), 'Mars/Olympus', '00:00', 'Ann', 'moves')".formatted(cpo));
    String other = others.getFirst();
    var held =
        Records.authorization(reference, 5000, 3, dev.holdfast.events.AuthorizationStatus.HELD);
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    await(reference, SettlementStatus.AWAITING_HOLD);
    probe.publish(AUTHORIZATIONS, reference, held.setCpoId(cpo).build());
    probe.publish(AUTHORIZATIONS, other, Records.held(other, 5000));
    await(other, SettlementStatus.AWAITING_SESSION);
    assertThat(awaitParked().getError()).contains("Mars/Olympus", MESSAGE);
    given()
        .queryParam("cpo", cpo)
        .get("/days")
        .then()
        .statusCode(503)
        .body("detail", containsString("Mars/Olympus"));
    Database.run(
        "insert into booking_calendar (cpo_id, set_at, time_zone, cut_off, set_by, reason)"
            + " values ('%s', now(), 'UTC', '00:00', 'Ann', 'moves')".formatted(cpo));
    replay();
    await(reference, SettlementStatus.DECIDED);
  }

  private void waitForTheirHolds() {
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    others.forEach(one -> probe.publish(SESSION_CLOSED, one, Records.closed(one, 2340)));
    await(reference, SettlementStatus.AWAITING_HOLD);
    others.forEach(one -> await(one, SettlementStatus.AWAITING_HOLD));
  }

  private void write(String columns) throws SQLException {
    Database.run("update settlement set " + columns + " where " + isMine());
  }

  private String isMine() {
    return "reference = '" + reference + "'";
  }

  private static String those(List<String> references) {
    return "('" + String.join("','", references) + "')";
  }

  private ParkedRecord awaitParked() {
    return probe
        .await(PARKED, ParkedRecord.class, reference, parked -> !parked.isEmpty())
        .getLast()
        .value();
  }

  /** The newer version does so by itself, in its own time. */
  private void replay() throws SQLException {
    String parked =
        Database.text(
            "select max(id) from parked where record_key = '%s'::bytea".formatted(reference));
    given().post("/parked/{id}/replay", parked);
  }

  private void await(String of, SettlementStatus status) {
    probe.await(
        SETTLEMENTS,
        SettlementChanged.class,
        of,
        said -> !said.isEmpty() && said.getLast().value().getStatus() == status);
  }
}
