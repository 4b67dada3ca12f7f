package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.PARKED;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.events.Tax;
import dev.holdfast.testkit.EveryDoor;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TestCards;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No card number enters by any door, and none leaves by a log. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class CardNumbersStayOutIT {
  /** Whatever else a door takes is free text, and every other parameter. */
  private static final Set<String> IDENTIFIERS = Set.of("after", "cpo", "session");

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

  /** Each passes Luhn's check: one in ten does, and the last may even be a Mastercard's. */
  static Stream<String> sessionIds() {
    long random = ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
    return Stream.of(Long.toString(Instant.now().toEpochMilli() / 10), "5555" + random)
        .map(TestCards::withCheckDigit);
  }

  @ParameterizedTest
  @MethodSource("sessionIds")
  void aSessionIdIsNeitherRefusedNorMaskedWhateverItReadsLike(String sessionId) {
    var reference = Records.referenceOf(Instant.now().minusSeconds(7200));
    try (var probe = TopicProbe.ofApplication()) {
      probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
      probe.publish(
          SESSION_CLOSED,
          reference,
          Records.closing(reference, 2340).setSessionId(sessionId).build());
      var decided =
          probe
              .await(
                  SETTLEMENTS,
                  SettlementChanged.class,
                  reference,
                  all ->
                      all.stream()
                          .anyMatch(one -> one.value().getStatus() == SettlementStatus.DECIDED))
              .getLast()
              .value();

      assertThat(decided.getSessionId()).isEqualTo(sessionId);
      assertThat(probe.read(PARKED, ParkedRecord.class, reference)).isEmpty();
    }
    given()
        .get("/settlements?session={session}", sessionId)
        .then()
        .statusCode(200)
        .body("items[0].reference", equalTo(reference))
        .body("items[0].sessionId", equalTo(sessionId));
  }

  @Test
  void oneInFreeTextIsParkedMaskedAndWhatNamesTheSessionIsNot() {
    var reference = Records.referenceOf(Instant.now().minusSeconds(7200));
    var sessionId = TestCards.withCheckDigit("555512345678901");
    try (var probe = TopicProbe.ofApplication()) {
      probe.publish(
          SESSION_CLOSED,
          reference,
          Records.closing(reference, 2340)
              .setSessionId(sessionId)
              .setTaxes(
                  List.of(new Tax("VAT 4111111111111111", "21.00", Records.euro(406), null, null)))
              .build());
      var parked =
          probe
              .await(PARKED, ParkedRecord.class, reference, all -> !all.isEmpty())
              .getFirst()
              .value();

      assertThat(parked.getError()).startsWith("taxes.name holds what looks like a card number");
      assertThat(new String(parked.getValue().array(), StandardCharsets.ISO_8859_1))
          .contains("VAT ************1111", sessionId)
          .doesNotContain("4111111111111111");
    }
  }
}
