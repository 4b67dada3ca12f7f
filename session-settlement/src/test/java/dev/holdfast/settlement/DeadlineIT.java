package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Method;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class DeadlineIT {
  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void showsWhatIsDueBeforeItActs() {
    probe.publish(SESSION_CLOSED, reference, Said.closed(reference, 2340));
    await(SettlementStatus.AWAITING_HOLD);
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .body("due.deadline", equalTo("HOLD_UNKNOWN"));
    given()
        .param("due", "HOLD_UNKNOWN")
        .param("size", 500)
        .get("/settlements")
        .then()
        .body("reference", hasItem(reference));
  }

  @Test
  void releasesAHoldThatNearsItsEndWithoutASession() {
    // Fifteen seconds before the ten minutes that it is released ahead of its end.
    Instant soon = Instant.now().plusSeconds(615).truncatedTo(ChronoUnit.MICROS);
    probe.publish(
        AUTHORIZATIONS,
        reference,
        Said.authorization(reference, 5000, 3, AuthorizationStatus.HELD)
            .setExpiresAt(soon)
            .build());
    SettlementChanged decided = await(SettlementStatus.DECIDED);
    assertThat(decided.getPlan().getFirst().getMethod()).isEqualTo(Method.RELEASE);
    assertThat(decided.getSessionId()).isNull();
  }

  private SettlementChanged await(SettlementStatus status) {
    return probe
        .await(
            SETTLEMENTS,
            SettlementChanged.class,
            reference,
            said -> !said.isEmpty() && said.getLast().value().getStatus() == status)
        .getLast()
        .value();
  }
}
