package dev.holdfast.authorization;

import static dev.holdfast.contracts.Topic.PARKED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.Readiness;
import dev.holdfast.events.SettlementChange;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.testkit.EveryDoor;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TestCards;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** No card number enters by any door, and none leaves by a log. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class CardNumbersStayOutIT {
  /** Whatever else a door takes is free text, and every other parameter. */
  private static final Set<String> IDENTIFIERS =
      Set.of("Idempotency-Key", "after", "cpo", "evseId", "terminal", "terminalSerial");

  @Test
  void whateverFieldOfWhateverDoorTheyAreSentTo() {
    for (var number : TestCards.ofEachScheme()) {
      var walk = EveryDoor.with(number, IDENTIFIERS);

      assertThat(walk.open()).isEmpty();
      assertThat(walk.tried()).isGreaterThan(8);
      assertThat(walk.met()).isEqualTo(IDENTIFIERS);
    }
  }

  @Test
  void writtenInGroupsNotEvenAsAnIdentifier() {
    assertThat(EveryDoor.with("4111 1111 1111 1111", IDENTIFIERS).open()).isEmpty();
  }

  @Test
  void whateverIsLogged() {
    var line = new ExtLogRecord(Level.INFO, "4111111111111111", getClass().getName());
    Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
        .filter(ConsoleHandler.class::isInstance)
        .forEach(console -> console.getFilter().isLoggable(line));

    assertThat(line.getMessage()).isEqualTo("************1111");
  }

  private static String newIdLikeACardNumber() {
    return TestCards.withCheckDigit(
        "5555" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L));
  }

  @Test
  void neitherASerialNorAnEvseNorAnIdempotencyKeyIsRefusedWhateverItReadsLike() {
    var serial = newIdLikeACardNumber();
    try (var scene = new Scene()) {
      scene.announce(serial, 1, Readiness.READY);
      // The EVSE is refused because the terminal does not serve it: the serial is known.
      await()
          .atMost(30, SECONDS)
          .untilAsserted(() ->
              assertThat(
                      given()
                          .header("Idempotency-Key", newIdLikeACardNumber())
                          .contentType("application/json")
                          .body(
                              "{\"terminalSerial\": \"%s\", \"evseId\": \"%s\"}"
                                  .formatted(serial, newIdLikeACardNumber()))
                          .post("/authorizations")
                          .jsonPath()
                          .getString("field"))
                  .isEqualTo("evseId"));
    }
  }

  @Test
  void oneInFreeTextIsParkedMaskedAndWhatNamesTheSessionIsNot() {
    var reference = UUID.randomUUID().toString();
    var sessionId = newIdLikeACardNumber();
    var settlement =
        SettlementChanged.newBuilder()
            .setReference(reference)
            .setVersion(1)
            .setOccurredAt(Instant.now())
            .setChange(SettlementChange.HOLD_KNOWN)
            .setStatus(SettlementStatus.AWAITING_SESSION)
            .setSessionId(sessionId);
    try (var probe = TopicProbe.ofApplication()) {
      probe.publish(SETTLEMENTS, reference, settlement.build());
      probe.publish(
          SETTLEMENTS,
          reference,
          settlement.setVersion(2).setReason("no: 4111111111111111").build());
      var parked = probe.await(PARKED, ParkedRecord.class, reference, all -> !all.isEmpty());

      assertThat(parked).hasSize(1);
      assertThat(parked.getFirst().value().getError()).startsWith("reason holds what looks like");
      assertThat(
              new String(parked.getFirst().value().getValue().array(), StandardCharsets.ISO_8859_1))
          .contains("no: ************1111", sessionId)
          .doesNotContain("4111111111111111");
    }
  }
}
