package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.eur;
import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.VendorStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A newer version of this service has written a row, and was rolled back or runs beside: the row is
 * left to it as it is, and nothing else waits.
 */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class NewerRowsIT {
  private static final String WHOLE_ROW = "to_jsonb(authorizations) - 'due_at'";

  private Scene scene;
  private String newer;

  @BeforeEach
  void open() {
    scene = new Scene();
    newer = scene.held(scene.terminal(), "APPROVE_ALL");
  }

  @AfterEach
  void close() throws SQLException {
    Rows.change("drop trigger if exists broken on authorizations", newer);
    Rows.change("delete from authorizations where reference = ?", newer);
    scene.vendorIs(VendorStatus.OPERATIONAL);
    scene.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status = 'TIPPED'                                                    | SEND",
        "attempts = replace(attempts, '\"number\"', '\"tip\":1,\"number\"')   | SEND",
        "attempts = replace(attempts, 'AUTHORIZE', 'TIP')                     | LOOK_UP",
        "attempts = replace(attempts, 'APPROVED', 'POSTPONED')                | LOOK_UP",
        "status = 'CAPTURING', rungs_left = '[{\"kind\":\"TIP\",\"minorUnits\":1}]' | SEND",
        "currency = 'XYZ'                                                     | LAPSE",
        "environment = 'STAGING'                                              | READ_CARD",
      })
  void isPutOffAndHoldsUpNoOther(String written, String work) throws SQLException {
    Rows.change("update authorizations set " + written + " where reference = ?", newer);
    var before = due(work);
    var other = scene.held(scene.terminal(), "APPROVE_ALL");
    scene.settle(other, 2, rung(Method.CAPTURE, 2340));
    scene.until(other, AuthorizationChange.CAPTURED);
    var soon = scene.terminal();
    scene.tap(soon, "APPROVE_ALL", 600);
    String nearItsEnd = Scene.ask(soon, 20).then().statusCode(201).extract().path("reference");
    scene.until(nearItsEnd, AuthorizationChange.EXPIRING);

    await()
        .atMost(60, SECONDS)
        .until(() -> "true".equals(Rows.value("due_at > now() + interval '5 minutes'", newer)));
    assertThat(Rows.value(WHOLE_ROW, newer)).isEqualTo(before);
  }

  @Test
  void isShownByWhatIsKnownOfItAndTheOthersAreListed() throws SQLException {
    var serial = scene.terminal();
    newer = scene.held(serial, "APPROVE_ALL");
    var other = scene.held(serial, "APPROVE_ALL");
    Rows.change("update authorizations set status = 'TIPPED' where reference = ?", newer);

    var list = given().get("/authorizations?terminal=" + serial).jsonPath();
    assertThat(list.getList("items.reference")).containsExactly(other);
    assertThat(list.getList("unreadable.id")).containsExactly(newer);
    assertThat(list.getString("unreadable[0].why")).contains("newer version", "status TIPPED");

    var one = given().get("/authorizations/" + newer).then().statusCode(503).extract().jsonPath();
    assertThat(one.getString("remedy")).contains("ask again");
    assertThat(one.getInt("retryAfter")).isPositive();
    assertThat(one.getString("detail")).contains("status TIPPED").doesNotContain("Exception");
  }

  @Test
  void cannotBeChangedByAPersonHereAndTheAnswerSaysWhy() throws SQLException {
    Rows.change("update authorizations set status = 'TIPPED' where reference = ?", newer);
    var before = Rows.value(WHOLE_ROW, newer);

    Scene.cancel(newer).then().statusCode(503);
    given().post("/authorizations/" + newer + "/look-up").then().statusCode(503);
    assertThat(Rows.value(WHOLE_ROW, newer)).isEqualTo(before);
  }

  @Test
  void anOrderForItWaitsUntilItCanBeReadAndOthersAreObeyed() throws SQLException {
    var other = scene.held(scene.terminal(), "APPROVE_ALL");
    Rows.change("update authorizations set status = 'TIPPED' where reference = ?", newer);
    var before = Rows.value(WHOLE_ROW, newer);
    scene.settle(newer, 2, rung(Method.CAPTURE, 2340));
    scene.settle(other, 2, rung(Method.CAPTURE, 2340));

    scene.until(other, AuthorizationChange.CAPTURED);
    try (var topics = TopicProbe.ofApplication()) {
      var parked = topics.await(Topic.PARKED, ParkedRecord.class, newer, found -> !found.isEmpty());
      assertThat(parked.getLast().value().getError()).contains("newer version", "status TIPPED");
    }
    assertThat(Rows.value(WHOLE_ROW, newer)).isEqualTo(before);
    Rows.change("update authorizations set status = 'HELD' where reference = ?", newer);
    await()
        .atMost(180, SECONDS)
        .until(() -> scene.versions(newer).getLast().getCaptured().equals(eur(2340)));
  }

  /** Not a newer version's doing: it stands for whatever makes one sweep fail. */
  @Test
  void aSweepThatFailsDoesNotStopTheOthers() throws SQLException {
    Rows.change(
        """
        create or replace function broken() returns trigger language plpgsql as
        $$ begin raise exception 'broken'; end $$
        """,
        newer);
    Rows.change(
        """
        create trigger broken before update on authorizations for each row
        when (new.reference = '%s' and new.status = 'EXPIRED') execute function broken()
        """
            .formatted(newer),
        newer);
    var other = scene.held(scene.terminal(), "APPROVE_ALL");
    var serial = scene.terminal();
    scene.vendorIs(VendorStatus.DOWN);
    await().atMost(60, SECONDS).until(() -> reasonsAt(serial).contains("VENDOR_DOWN"));
    scene.settle(other, 2, rung(Method.CAPTURE, 2340));
    scene.until(other, AuthorizationChange.CAPTURE_STARTED);
    Rows.change("update authorizations set expires_at = now() where reference = ?", newer);
    due("LAPSE");
    // Nobody is woken by this: the calls that may be made again are found by their own sweep.
    scene.vendorIs(VendorStatus.OPERATIONAL);

    scene.until(other, AuthorizationChange.CAPTURED);
    assertThat(Rows.value("status", newer)).isEqualTo("HELD");
  }

  private static String reasonsAt(String serial) {
    return Scene.probe(serial).asString();
  }

  private String due(String work) throws SQLException {
    Rows.change(
        "update authorizations set work = '%s', due_at = now() - interval '1 hour' where reference = ?"
            .formatted(work),
        newer);
    return String.valueOf(Rows.value(WHOLE_ROW, newer));
  }
}
