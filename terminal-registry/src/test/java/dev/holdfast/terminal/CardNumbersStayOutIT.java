package dev.holdfast.terminal;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.PARKED;
import static dev.holdfast.contracts.Topic.TERMINALS;
import static dev.holdfast.events.AuthorizationStatus.HELD;
import static dev.holdfast.terminal.Payments.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.Money;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.TerminalChanged;
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
import java.util.List;
import java.util.Set;
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
      Set.of("after", "cpo", "cpoId", "chargerId", "evseIds", "q", "serial");

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
  void aChargerAndItsEvsesAreKeptWhateverTheyReadLike() {
    var serial = Doors.newSerial();
    var chargerId = newIdLikeACardNumber();
    var evseId = newIdLikeACardNumber();
    Doors.register(serial).statusCode(201);
    Doors.change(
            "/terminals/" + serial + "/binding",
            "{\"chargerId\": \"%s\", \"evseIds\": [\"%s\"], \"cpoId\": \"%s\"}"
                .formatted(chargerId, evseId, Doors.contractedCpo()))
        .statusCode(200);
    try (var probe = TopicProbe.ofApplication()) {
      var said =
          probe
              .await(TERMINALS, TerminalChanged.class, serial, all -> all.size() > 1)
              .getLast()
              .value();
      assertThat(said.getChargerId()).isEqualTo(chargerId);
      assertThat(said.getEvseIds()).containsExactly(evseId);
    }
  }

  @Test
  void aSerialIsMaskedInSentencesAlone() {
    var serial = newIdLikeACardNumber();
    Doors.get("/terminals/" + serial + "/diagnosis")
        .statusCode(200)
        .body("serial", equalTo(serial))
        .body("checks.evidence.join(' ')", not(containsString(serial)))
        .body("checks.remedy.join(' ')", not(containsString(serial)));
  }

  @Test
  void aGatewaysReferenceIsTakenAndOneInFreeTextIsParkedMasked() {
    var gatewayReference = newIdLikeACardNumber();
    var reference = Payments.reference(Instant.now());
    var attempt =
        new Attempt(
            1,
            AttemptKind.AUTHORIZE,
            new Money(5000L, "EUR"),
            AttemptOutcome.APPROVED,
            gatewayReference,
            null,
            Instant.now(),
            null);
    var held = payment(reference, newIdLikeACardNumber(), 3, HELD).setAttempts(List.of(attempt));
    try (var probe = TopicProbe.ofApplication()) {
      probe.publish(AUTHORIZATIONS, reference, held.build());
      probe.publish(
          AUTHORIZATIONS, reference, held.setVersion(4).setReason("no: 4111111111111111").build());
      var parked = probe.await(PARKED, ParkedRecord.class, reference, all -> !all.isEmpty());

      assertThat(parked).hasSize(1);
      assertThat(parked.getFirst().value().getError()).startsWith("reason holds what looks like");
      assertThat(
              new String(parked.getFirst().value().getValue().array(), StandardCharsets.ISO_8859_1))
          .contains("no: ************1111", gatewayReference)
          .doesNotContain("4111111111111111");
    }
  }
}
