package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.bind;
import static dev.holdfast.terminal.Doors.contractedCpo;
import static dev.holdfast.terminal.Doors.get;
import static dev.holdfast.terminal.Doors.post;
import static dev.holdfast.terminal.Doors.put;
import static dev.holdfast.terminal.Doors.readyTerminal;
import static dev.holdfast.terminal.Doors.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that a newer version wrote is left alone and shown, and nothing else waits for it. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class NewerRowsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject PaymentRows rows;

  private String cpoId;
  private String newer;
  private String other;

  @BeforeEach
  void registerTwo() {
    cpoId = contractedCpo();
    newer = readyTerminal(cpoId);
    other = readyTerminal(cpoId);
  }

  /** It would be left alone, and told of in each list, in all tests to come. */
  @AfterEach
  void forget() throws SQLException {
    for (var table : new String[] {"vendor_fact", "vendor_visit", "binding", "terminal"}) {
      rows.change("delete from %s where serial = '%s'".formatted(table, newer));
    }
    rows.change("delete from contract where environment = 'ORBIT'");
    rows.change("delete from vendor_status where status = 'ON_STRIKE' or vendor = 'MOONPAY'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update terminal set reasons = '{NOT_ACTIVATED,FROZEN}', ready = false",
        "update terminal set vendor = 'MOONPAY'",
        "update terminal set seen_in = 'ORBIT'",
        "update terminal set currency = 'QQQ'",
        "update terminal set hold_currency = 'QQQ'",
        "update vendor_fact set known = 'GLIMPSED'",
        "update vendor_fact set currency = 'QQQ'",
        "update vendor_fact set vendor_environment = 'ORBIT' where known = 'SEEN'",
      })
  void ofATerminal(String newerVersionWrites) throws SQLException {
    var where = newerVersionWrites.contains("where") ? " and " : " where ";
    rows.change(newerVersionWrites + where + "serial = '" + newer + "'");
    var before = dump();

    isRefused(get("/terminals/" + newer));
    isRefused(post("/terminals/" + newer + "/refresh"));
    isRefused(get("/terminals/" + newer + "/diagnosis"));
    isRefused(get("/terminals/" + newer + "/bindings"));
    isRefused(register(newer));
    isRefused(bind(newer, cpoId));
    get("/terminals?cpo=" + cpoId)
        .statusCode(200)
        .body("items.serial", contains(other))
        .body("unreadable.id", contains(newer))
        .body("unreadable.why[0]", containsString("written by a newer version"));
    get("/terminals/" + other + "/diagnosis").body("verdict.ready", equalTo(true));
    isImportedAround();

    becomesDueAndIsJudged();
    isVisited();
    isLeftOutOfItsCposChange();
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void ofACpo() throws SQLException {
    rows.change(
        """
        insert into contract (cpo_id, environment, valid_from, agreed_by)
        values ('%s', 'ORBIT', now(), 'paper')
        """
            .formatted(cpoId));

    isRefused(get("/cpos/" + cpoId));
    isRefused(put("/cpos/" + cpoId, "{\"country\": \"DE\"}"));
    isRefused(Doors.putContract(cpoId, "\"validFrom\": \"" + Doors.LONG_AGO + "\""));
    isRefused(bind(other, cpoId));
    get("/cpos?size=500").statusCode(200).body("unreadable.id", contains(cpoId));
    get("/terminals/" + other).body("readiness", equalTo("READY"));
    assertThat(rows.number("select count(*) from contract where environment = 'ORBIT'")).isOne();

    var another = readyTerminal(contractedCpo());
    get("/terminals/" + another).body("readiness", equalTo("READY"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'ON_STRIKE'",
        "status = 'ON_STRIKE', maintenance = '[{\"name\": \"new\", \"from\": \"2026-01-01T00:00:00Z\","
            + " \"until\": \"2036-01-01T00:00:00Z\", \"severity\": 3}]'",
      })
  void ofAVendorsStatus(String newerVersionWrites) throws SQLException {
    awaitStatus("PAYTER/PRODUCTION", "OPERATIONAL");
    rows.change(
        "update vendor_status set %s where vendor = 'PAYTER' and vendor_environment = 'PRODUCTION'"
            .formatted(newerVersionWrites));
    rows.change(
        """
        insert into vendor_status
          (vendor, vendor_environment, version, changed_at, status, since)
        values ('MOONPAY', 'TEST', 1, now(), 'DOWN', now())
        """);
    try {
      Doors.statusPageSays("partial_outage");
      awaitStatus("PAYTER/TEST", "DEGRADED");
      get("/vendors/PAYTER/PRODUCTION")
          .statusCode(200)
          .body("status", equalTo("UNKNOWN"))
          .body("detail", containsString("written by a newer version"));
      get("/terminals?cpo=" + cpoId).body("items.serial", hasItem(other));
    } finally {
      Doors.statusPageSays("operational");
    }
    awaitStatus("PAYTER/TEST", "OPERATIONAL");
    assertThat(rows.number("select count(*) from vendor_status where status = 'ON_STRIKE'"))
        .isOne();
  }

  @Test
  void ofAPayment() throws SQLException {
    var known = Payments.reference(Instant.now());
    var unknown = Payments.reference(Instant.now());
    try (var probe = TopicProbe.ofApplication()) {
      hears(probe, unknown, 1, AuthorizationStatus.CAPTURING);
      eventually(() -> assertThat(rows.of(other)).isOne());
      rows.change(
          "update payment set course = 'IN_ORBIT' where reference = '%s'".formatted(unknown));
      hears(probe, known, 1, AuthorizationStatus.CAPTURED);
      hears(probe, unknown, 2, AuthorizationStatus.CAPTURED);
      eventually(() -> assertThat(rows.history(other).own().finished()).isEqualTo(2));
    }
    get("/terminals/" + other + "/diagnosis").statusCode(200);
  }

  private void hears(TopicProbe probe, String reference, long version, AuthorizationStatus status) {
    probe.publish(
        Topic.AUTHORIZATIONS,
        reference,
        Payments.payment(reference, other, version, status).build());
  }

  private void isImportedAround() {
    var stranger = Doors.newSerial();
    given()
        .contentType("text/csv")
        .body(
            """
            serial,vendor,model,country,currency
            %s,PAYTER,P69,NL,EUR
            %s,PAYTER,P69,NL,EUR
            """
                .formatted(newer, stranger))
        .post("/terminals/import")
        .then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("refused", equalTo(1))
        .body("results[0].serial", equalTo(newer))
        .body("results[0].remedy", containsString("written by a newer version"));
  }

  private void becomesDueAndIsJudged() throws SQLException {
    rows.change(
        "update terminal set review_at = 'epoch' where serial in ('%s', '%s')"
            .formatted(newer, other));
    eventually(() -> assertThat(isDue(other)).isFalse());
    assertThat(isDue(newer)).isTrue();
  }

  private boolean isDue(String serial) throws SQLException {
    return rows.number(
            "select count(*) from terminal where serial = '%s' and review_at <= now()"
                .formatted(serial))
        == 1;
  }

  private void isVisited() throws SQLException {
    Doors.vendorKnows("test", other, "{\"configured\": false}");
    rows.change(
        "update vendor_visit set due_at = 'epoch' where serial in ('%s', '%s')"
            .formatted(newer, other));
    eventually(() -> get("/terminals/" + other).body("reasons", contains("NOT_CONFIGURED")));
  }

  private void isLeftOutOfItsCposChange() throws SQLException {
    rows.change("update terminal set review_at = null where serial = '%s'".formatted(newer));
    Doors.change("/cpos/" + cpoId, "{\"country\": \"NL\", \"overCommit\": true}").statusCode(200);
    get("/terminals/" + other).body("effective.overCommit", equalTo(true));
    // Whoever can read it judges it anew.
    assertThat(isDue(newer)).isTrue();
  }

  private static void isRefused(ValidatableResponse answer) {
    answer
        .statusCode(503)
        .body("title", equalTo("Written by a newer version"))
        .body("detail", containsString("was written by a newer version of this service"))
        .body("remedy", notNullValue())
        .body("retryAfter", equalTo(60));
  }

  /** All that a newer version wrote, but when it is to be judged anew. */
  private String dump() throws SQLException {
    return rows.text(
        """
        select string_agg(line, ' ') from (
          select cast(to_jsonb(t) - 'review_at' as text) as line from terminal t
          where serial = '%1$s'
          union all
          select cast(f as text) from vendor_fact f where serial = '%1$s' order by 1) lines
        """
            .formatted(newer));
  }

  private static void awaitStatus(String cloud, String status) {
    eventually(() -> get("/vendors/" + cloud).body("status", equalTo(status)));
  }

  private static void eventually(ThrowingRunnable holds) {
    await().atMost(PATIENCE).untilAsserted(holds);
  }
}
