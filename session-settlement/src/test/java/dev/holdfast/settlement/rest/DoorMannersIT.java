package dev.holdfast.settlement.rest;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.events.SettlementChanged;
import dev.holdfast.settlement.Records;
import dev.holdfast.testkit.BadManners;
import dev.holdfast.testkit.DrawnPage;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same manner gets the same answer at every door. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class DoorMannersIT {
  @Test
  void isTheSameAtEveryDoor() {
    var reference = UUID.randomUUID().toString();
    try (var probe = TopicProbe.ofApplication()) {
      probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
      probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
      probe.await(SETTLEMENTS, SettlementChanged.class, reference, said -> said.size() > 1);
    }
    var knocks =
        BadManners.atEveryDoor(
            Map.of(
                "reference",
                reference,
                "cpo",
                "NL-NEW",
                "report",
                report(),
                "gateway",
                "ADYEN",
                "account",
                "HoldfastNL",
                "entry",
                entry()));

    assertThat(knocks.faults()).isEmpty();
    new DrawnPage(Path.of("../docs/doors.md")).shows("session-settlement", knocks.table());
  }

  /** It waits for a second person, as every entry in a currency without a limit. */
  private static String entry() {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"cpo": "%s", "document": "7", "by": "Ines", "reason": "a present", "lines": [
              {"account": "SUSPENSE", "side": "DEBIT", "amount": {"minorUnits": 1, "currency": "JPY"}},
              {"account": "SUSPENSE", "side": "CREDIT", "amount": {"minorUnits": 1, "currency": "JPY"}}]}
            """
                .formatted(Records.CPO))
        .post("/manual-entries")
        .path("id");
  }

  private static String report() {
    return given()
        .contentType("text/csv")
        .body("Session ID,Type,Currency,Amount\nnobody's,SALE,EUR,1.00\n")
        .post("/reports?gateway=PAYTER")
        .path("reportId");
  }
}
