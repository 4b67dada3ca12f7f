package dev.holdfast.settlement.delivery;

import static dev.holdfast.settlement.Records.euro;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.infrastructure.Backup;
import dev.holdfast.settlement.ByHand;
import dev.holdfast.settlement.Records;
import dev.holdfast.settlement.postgres.Invariant;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.ServiceProcess;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The database is lost, and comes back from a backup that lies hundreds of payments, the decisions
 * of persons, a report and a closed day behind.
 */
@SuppressWarnings("NullAway.Init") // set before all tests
class RestoreIT {
  private static final Instant DAY = Instant.parse("2001-05-01T00:00:00Z");
  private static final int PAYMENTS = 120;

  /**
   * All that was kept, but how far was read and the reports with what they tell, which are handed
   * in again.
   */
  private static final List<String> KEPT =
      List.of(
          "select reference, version, status, state, hold_story, changed_at, outcome, shortfall, due from settlement",
          "select * from journal_entry",
          """
          select reference, attempt, kind, gateway, gateway_reference, cpo_id, currency, minor_units,
            moved_at from movement\
          """,
          "select * from closed_day",
          "select * from day_balance",
          "select * from manual_entry where state = 'BOOKED'",
          "select cpo_id, set_at, time_zone, cut_off, set_by, reason from booking_calendar");

  private static final String HALF_CAUGHT_UP =
      "select count(*) from restoration where ended_at is null and taken_over > 0";
  private static final String WAITS_FOR_DAYS =
      "select count(*) from pg_locks where relation = 'closed_day'::regclass and not granted";

  private static Ground ground;
  private static ServiceProcess service;
  private static int published;

  private final String today = LocalDate.now(ZoneOffset.UTC).toString();

  @BeforeAll
  static void start() {
    ground = Ground.start();
    service = ground.service("restored");
  }

  @AfterAll
  static void end() {
    service.close();
    ground.close();
  }

  @Test
  void isWhatItWasAndGoesOn() throws SQLException {
    var before = captured(PAYMENTS / 2);
    var open = held(20);
    settled(before.size());
    String waiting = ask("before the backup");
    service.terminate();
    var backup = Backup.of(ground.infrastructure().database("session_settlement"));
    service.restart();

    open.subList(0, 10)
        .forEach(one -> publish(Topic.SESSION_CLOSED, one, Records.closed(one, 2340)));
    open.subList(0, 10).forEach(RestoreIT::capture);
    var since = captured(PAYMENTS);
    settled(before.size() + 10 + since.size());
    String lost = ask("since the backup");
    since.subList(0, 20).forEach(RestoreIT::correct);
    decide(since.get(30), "ACCEPT_SECOND", 2400);
    decide(since.get(31), "ACCEPT_FIRST", 2340);
    close().statusCode(200);
    calendar();
    approve(lost);
    approve(waiting);
    since.addAll(captured(20));
    book(report(before.subList(0, 30)).statusCode(200).body("results.MATCHED", equalTo(30)));
    settled(before.size() + 10 + since.size());
    Set<String> kept = kept();
    service.kill();
    open.subList(10, 20)
        .forEach(one -> publish(Topic.SESSION_CLOSED, one, Records.closed(one, 2340)));
    backup.restore();
    dieWhileCatchingUp();
    service.restart();

    open.subList(10, 20).forEach(RestoreIT::capture);
    correct(since.get(40));
    settled(before.size() + 20 + since.size());
    var touched = new ArrayList<>(open.subList(10, 20));
    touched.add(since.get(40));
    assertThat(without(kept(), touched)).isEqualTo(without(kept, touched));
    close().statusCode(409).body("detail", containsString("is closed"));
    long entries = ground.count("select count(*) from journal_entry");
    assertThat(ask("since the backup")).isEqualTo(lost);
    book(report(before.subList(0, 30)).statusCode(200).body("results.MATCHED", equalTo(30)));
    assertThat(ground.count("select count(*) from journal_entry")).isEqualTo(entries);
    topicsTellWhatTheTablesHold();
    for (Invariant invariant : Invariant.values()) {
      assertThat(ground.count(invariant.count())).as(invariant.name()).isZero();
    }
  }

  /** Entries are taken over before closed days: whoever holds the days holds it between the two. */
  private static void dieWhileCatchingUp() throws SQLException {
    try (Connection holding = ground.connect();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      statement.execute("lock table closed_day in share mode");
      service.beginRestart();
      await().atMost(Duration.ofMinutes(3)).until(() -> ground.count(HALF_CAUGHT_UP) == 1);
      await().atMost(Duration.ofMinutes(3)).until(() -> ground.count(WAITS_FOR_DAYS) > 0);
      service.kill();
    }
    assertThat(ground.count(HALF_CAUGHT_UP)).isEqualTo(1);
  }

  private static List<String> held(int count) {
    List<String> references =
        Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
    references.forEach(one -> publish(Topic.AUTHORIZATIONS, one, Records.held(one, 5000)));
    return references;
  }

  private static List<String> captured(int count) {
    var references = new ArrayList<String>(held(count));
    references.forEach(one -> publish(Topic.SESSION_STARTED, one, Records.started(one)));
    references.forEach(one -> publish(Topic.SESSION_CLOSED, one, Records.closed(one, 2340)));
    references.forEach(RestoreIT::capture);
    return references;
  }

  private static void capture(String reference) {
    publish(Topic.AUTHORIZATIONS, reference, paid(reference, 5, 0));
  }

  private static AuthorizationChanged paid(String reference, long version, long refunded) {
    var attempts = new ArrayList<Attempt>();
    attempts.add(Records.attempt(1, AttemptKind.AUTHORIZE, 5000));
    attempts.add(moved(2, AttemptKind.CAPTURE, 2340, reference));
    if (refunded > 0) {
      attempts.add(moved(3, AttemptKind.REFUND, refunded, reference + "-back"));
    }
    return Records.authorization(reference, 5000, version, AuthorizationStatus.CAPTURED)
        .setVendor("PAYTER")
        .setCaptured(euro(2340))
        .setReleased(euro(2660))
        .setRefunded(euro(refunded))
        .setAttempts(attempts)
        .build();
  }

  private static Attempt moved(int number, AttemptKind kind, long cents, String name) {
    return new Attempt(number, kind, euro(cents), AttemptOutcome.APPROVED, name, null, DAY, null);
  }

  /** The price falls, and the difference goes back. */
  private static void correct(String reference) {
    publish(
        Topic.SESSION_CLOSED, reference, Records.closing(reference, 2000).setRevision(2).build());
    publish(Topic.AUTHORIZATIONS, reference, paid(reference, 7, 340));
  }

  /** The same revision comes with another content, and a person decides. */
  private static void decide(String reference, String resolution, int cents) {
    publish(Topic.SESSION_CLOSED, reference, Records.closing(reference, 2400).build());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            given()
                .baseUri(service.url().toString())
                .contentType("application/json")
                .body(
                    Map.of(
                        "resolution",
                        resolution,
                        "version",
                        versionOf(reference),
                        "amount",
                        Map.of("minorUnits", cents, "currency", "EUR"),
                        "by",
                        "Ann",
                        "reason",
                        "the meter was read again"))
                .post("/settlements/{reference}/resolution", reference)
                .then()
                .statusCode(200));
  }

  private static int versionOf(String reference) {
    return given()
        .baseUri(service.url().toString())
        .get("/settlements/{reference}", reference)
        .path("version");
  }

  private static void calendar() {
    given()
        .baseUri(service.url().toString())
        .contentType("application/json")
        .body(
            Map.of(
                "timeZone", "Europe/Amsterdam",
                "cutOff", "04:00",
                "version", 1,
                "by", "Ann",
                "reason", "they moved"))
        .put("/days/{cpo}/calendar", Records.CPO)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse close() {
    return given()
        .baseUri(service.url().toString())
        .contentType("application/json")
        .body(Map.of("by", "Ann", "reason", "the day is done"))
        .post("/days/{cpo}/{day}/closing", Records.CPO, today)
        .then();
  }

  private static ValidatableResponse report(List<String> references) {
    var file = new StringBuilder("Session ID,Type,Currency,Amount,Fee,Payout ID,Date\n");
    references.forEach(
        one -> file.append("%s,CAPTURE,EUR,23.40,0.30,payout of May,%s\n".formatted(one, DAY)));
    return given()
        .baseUri(service.url().toString())
        .contentType("text/csv")
        .queryParam("gateway", "PAYTER")
        .body(file.toString())
        .post("/reports")
        .then();
  }

  private static void book(ValidatableResponse report) {
    given()
        .baseUri(service.url().toString())
        .contentType("application/json")
        .body(Map.of("version", 1, "by", "Ann", "reason", "it agrees"))
        .post("/reports/{report}/booking", report.extract().<String>path("reportId"))
        .then()
        .statusCode(200);
  }

  /** A person wants something booked, and is answered with its id. */
  private static String ask(String key) {
    return given()
        .baseUri(service.url().toString())
        .contentType("application/json")
        .header("Idempotency-Key", key.replace(' ', '-'))
        .body(new ByHand(Records.CPO).wish(1250))
        .post("/manual-entries")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private static void approve(String entry) {
    given()
        .baseUri(service.url().toString())
        .contentType("application/json")
        .body(Map.of("version", 1, "by", "Ann", "reason", "neither do I"))
        .post("/manual-entries/{entry}/approval", entry)
        .then()
        .statusCode(200);
  }

  private static void publish(Topic topic, String reference, SpecificRecord record) {
    published++;
    ground.probe().publish(topic, reference, record);
  }

  /** Waits until all is read and sent, and so many payments are settled. */
  private static void settled(int count) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .untilAsserted(() -> {
          assertThat(ground.count("select sum(next_offset) from read_up_to")).isEqualTo(published);
          assertThat(ground.count("select count(*) from settlement where status = 'SETTLED'"))
              .isEqualTo(count);
          assertThat(ground.count("select count(*) from outbox")).isZero();
        });
  }

  private static Set<String> kept() throws SQLException {
    var lines = new TreeSet<String>();
    try (var connection = ground.connect();
        var statement = connection.createStatement()) {
      for (String query : KEPT) {
        try (var rows = statement.executeQuery("select t::text from (" + query + ") t")) {
          while (rows.next()) {
            lines.add(query + ": " + rows.getString(1));
          }
        }
      }
    }
    return lines;
  }

  private static Set<String> without(Set<String> lines, List<String> references) {
    return lines.stream()
        .filter(line -> references.stream().noneMatch(line::contains))
        .collect(toCollection(TreeSet::new));
  }

  /** No version and no entry was ever said with two contents, and the newest is in its table. */
  private static void topicsTellWhatTheTablesHold() throws SQLException {
    Map<String, Set<SettlementChanged>> versions =
        ground.probe().read(Topic.SETTLEMENTS, SettlementChanged.class).stream()
            .map(Published::value)
            .collect(groupingBy(said -> said.getReference() + " " + said.getVersion(), toSet()));
    assertThat(versions.values()).allSatisfy(said -> assertThat(said).hasSize(1));
    assertThat(ground.count("select sum(version) from settlement")).isEqualTo(versions.size());
    Map<String, Set<JournalEntryPosted>> entries =
        ground.probe().read(Topic.JOURNAL, JournalEntryPosted.class).stream()
            .map(Published::value)
            .collect(groupingBy(JournalEntryPosted::getEntryId, toSet()));
    assertThat(entries.values()).allSatisfy(said -> assertThat(said).hasSize(1));
    assertThat(ground.count("select count(*) from journal_entry")).isEqualTo(entries.size());
  }
}
