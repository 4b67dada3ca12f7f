package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is held on cards is summed up by age, until it is taken or given back. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class OpenHoldsIT implements SoundBooks {
  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String cpo = "cpo-" + UUID.randomUUID();
  private final Instant now = Instant.now();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void areSummedUpByTheAgeOfTheirTap() {
    String fresh = Records.referenceOf(now.minusSeconds(5));
    hear(held(fresh), SettlementStatus.AWAITING_SESSION);
    hear(
        held(Records.referenceOf(now.minus(Duration.ofDays(2)))),
        SettlementStatus.AWAITING_SESSION);
    hear(
        held(Records.referenceOf(now.minus(Duration.ofDays(3)))),
        SettlementStatus.AWAITING_SESSION);
    given()
        .param("cpo", cpo)
        .get("/settlements/open-holds")
        .then()
        .statusCode(200)
        .body("items.age", contains("UP_TO_15_MINUTES", "OLDER"))
        .body("items.holds", contains(1, 2))
        .body("items.amount.minorUnits", contains(5000, 10_000));
    String next =
        given().param("cpo", cpo).param("size", 1).get("/settlements/open-holds").path("next");
    given()
        .param("cpo", cpo)
        .param("after", next)
        .get("/settlements/open-holds")
        .then()
        .body("items", hasSize(1))
        .body("items[0].age", equalTo("OLDER"));

    AuthorizationChanged released =
        authorization(fresh, 4, AuthorizationStatus.RELEASED)
            .setReleased(Records.euro(5000))
            .build();
    hear(released, SettlementStatus.SETTLED);
    given()
        .param("cpo", cpo)
        .param("currency", "EUR")
        .get("/settlements/open-holds")
        .then()
        .body("items.age", contains("OLDER"));
  }

  private AuthorizationChanged held(String reference) {
    return authorization(reference, 3, AuthorizationStatus.HELD).build();
  }

  private AuthorizationChanged.Builder authorization(
      String reference, long version, AuthorizationStatus status) {
    return Records.authorization(reference, 5000, version, status).setCpoId(cpo);
  }

  private void hear(AuthorizationChanged told, SettlementStatus status) {
    probe.publish(AUTHORIZATIONS, told.getReference(), told);
    probe.await(
        SETTLEMENTS,
        SettlementChanged.class,
        told.getReference(),
        said -> !said.isEmpty() && said.getLast().value().getStatus() == status);
  }
}
