package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.JOURNAL;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class DaysIT implements SoundBooks {
  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String cpo = "cpo of " + UUID.randomUUID();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void booksWhatComesAfterTheClosingOnTheNextOpenDay() {
    LocalDate today = book();
    closing(today)
        .statusCode(200)
        .body("openDay", equalTo(today.plusDays(1).toString()))
        .body("closed", hasSize(1))
        .body("closed[0].entries", equalTo(1))
        .body("closed[0].by", equalTo("Ann"))
        .body("closed[0].reason", equalTo("the day is done"));

    assertThat(book()).isEqualTo(today.plusDays(1));
    closing(today).statusCode(409).body("detail", containsString("is closed"));
    closing(today.minusDays(3)).statusCode(409).body("field", equalTo("day"));
  }

  @Test
  void endsTheDayWhereTheCpoIs() {
    calendar(0, "Pacific/Kiritimati", "00:00")
        .statusCode(200)
        .body("timeZone", equalTo("Pacific/Kiritimati"));
    LocalDate east = book();
    calendar(0, "Etc/GMT+12", "00:00")
        .statusCode(409)
        .body("newest.timeZone", equalTo("Pacific/Kiritimati"));
    calendar(1, "Etc/GMT+12", "00:00").statusCode(200).body("version", equalTo(2));
    assertThat(book()).isBefore(east);
    closing(east.plusDays(1)).statusCode(409).body("detail", containsString("has not begun"));
    given().queryParam("cpo", cpo).get("/days").then().body("timeZone", equalTo("Etc/GMT+12"));
  }

  /** The booking holds the day open: the closing waits for it, and counts it. */
  @Test
  void closesADayOnlyWhenNobodyIsBookingOnIt() throws SQLException {
    LocalDate today = book();
    try (var threads = Executors.newSingleThreadExecutor();
        Connection booking = Database.connect();
        Statement sql = booking.createStatement()) {
      booking.setAutoCommit(false);
      sql.execute("select pg_advisory_xact_lock_shared(20261130, hashtext('%s'))".formatted(cpo));
      var closing =
          CompletableFuture.supplyAsync(() -> closing(today).extract().statusCode(), threads);
      awaitSomebodyWaitingForTheLock();
      assertThat(closing).isNotDone();

      sql.execute(
          """
          insert into journal_entry values ('%s', '%s', null, '%s', 'SESSION_BILLED', '1', now(), '%s',
            '{RECEIVABLE_FROM_CARD_HOLDER, CHARGING_REVENUE}', '{DEBIT, CREDIT}', '{100, 100}',
            '{EUR, EUR}', '{null, null}')
          """
              .formatted(UUID.randomUUID(), UUID.randomUUID(), cpo, today));
      booking.commit();
      assertThat(closing.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(200);
    }
    given().queryParam("cpo", cpo).get("/days").then().body("closed[0].entries", equalTo(2));
  }

  /** The other one's booking goes on for as long as it likes. */
  @Test
  void closesADayWhileAnotherCpoIsBooking() throws SQLException {
    LocalDate today = book();
    try (Connection booking = Database.connect();
        Statement sql = booking.createStatement()) {
      booking.setAutoCommit(false);
      sql.execute("select pg_advisory_xact_lock_shared(20261130, hashtext('another cpo'))");
      closing(today).statusCode(200);
    }
  }

  /** Not how many they are, but what they say. */
  @Test
  void noticesThatAnEntryOfAClosedDayWasChanged() throws SQLException {
    LocalDate today = book();
    closing(today).statusCode(200).body("closed[0].hash", matchesPattern("[0-9a-f]{64}"));
    LocalDate tomorrow = book();
    closing(tomorrow).statusCode(409).body("detail", containsString("has not begun"));
    String changed =
        """
        alter table journal_entry disable trigger append_only;
        update journal_entry set session_id = %s where cpo_id = '%s';
        alter table journal_entry enable trigger append_only
        """;
    Database.run(changed.formatted("session_id || '?'", cpo));
    assertThat(broken()).isEqualTo(1);
    Database.run(changed.formatted("left(session_id, -1)", cpo));
    assertThat(broken()).isZero();
  }

  private static int broken() {
    return given()
        .post("/settlements/invariants")
        .path("items.find { it.invariant == 'closed-days-stand' }.rows");
  }

  @Test
  void closesADayOnceThoughManyAskForIt() {
    LocalDate today = book();
    List<CompletableFuture<Integer>> wishes;
    try (var threads = Executors.newFixedThreadPool(4)) {
      wishes =
          List.of(1, 2, 3, 4).stream()
              .map(_ ->
                  CompletableFuture.supplyAsync(
                      () -> closing(today).extract().statusCode(), threads))
              .toList();
    }
    assertThat(wishes.stream().map(CompletableFuture::join).sorted().toList())
        .containsExactly(200, 409, 409, 409);
  }

  @Test
  void refusesToCloseForACpoThatNobodyKnows() {
    closing(LocalDate.now(ZoneOffset.UTC)).statusCode(404).body("field", equalTo("cpo"));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Atlantis, 00:00, timeZone, Europe/Berlin",
    "Europe/Berlin, noon, cutOff, 04:00",
    "Europe/Berlin, 24:01, cutOff, 04:00",
  })
  void saysHowACalendarMustBe(String timeZone, String cutOff, String field, String remedy) {
    calendar(0, timeZone, cutOff)
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(remedy));
  }

  /** Lets a session be billed, and gives the day on which it was. */
  private LocalDate book() {
    String reference = UUID.randomUUID().toString();
    var held =
        Records.authorization(reference, 5000, 3, AuthorizationStatus.HELD).setCpoId(cpo).build();
    probe.publish(AUTHORIZATIONS, reference, held);
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    return probe
        .await(JOURNAL, JournalEntryPosted.class, reference, said -> !said.isEmpty())
        .getFirst()
        .value()
        .getBookingDay();
  }

  private ValidatableResponse closing(LocalDate day) {
    return given()
        .contentType("application/json")
        .body(Map.of("by", "Ann", "reason", "the day is done"))
        .post("/days/{cpo}/{day}/closing", cpo, day.toString())
        .then();
  }

  private ValidatableResponse calendar(long version, String timeZone, String cutOff) {
    return given()
        .contentType("application/json")
        .body(
            Map.of(
                "timeZone",
                timeZone,
                "cutOff",
                cutOff,
                "version",
                version,
                "by",
                "Ann",
                "reason",
                "they moved"))
        .put("/days/{cpo}/calendar", cpo)
        .then();
  }

  private static void awaitSomebodyWaitingForTheLock() throws SQLException {
    try (Connection database = Database.connect();
        Statement sql = database.createStatement()) {
      boolean waits = false;
      while (!waits) {
        try (var found =
            sql.executeQuery(
                "select 1 from pg_locks where locktype = 'advisory' and not granted")) {
          waits = found.next();
        }
      }
    }
  }
}
