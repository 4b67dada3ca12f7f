package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static dev.holdfast.settlement.Records.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples for other languages, with the official clients of Kafka's and the registry's. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class JavaScriptIT {
  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void settlesASessionThatJavaScriptHasClosedAndJavaScriptReadsItsLedger() {
    var examples = JavaScript.examples();
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));

    assertThat(examples.run("publish-session-closed.mjs", reference, "6000", "EUR"))
        .contains("published revision 1");
    SettlementChanged decided = await(SettlementStatus.DECIDED);
    assertThat(decided.getSessionTotal()).isEqualTo(euro(6000));

    probe.publish(
        AUTHORIZATIONS, reference, Records.captured(reference, 5000, AttemptKind.HOLD, 5000));
    var ledger = JsonPath.from(examples.run("read-ledger.mjs", reference, "150"));
    assertThat(ledger.getString("settlement.outcome")).isEqualTo("HOLD_ONLY");
    assertThat(ledger.getLong("settlement.captured.minorUnits")).isEqualTo(5000);
    assertThat(ledger.getLong("settlement.shortfall.minorUnits")).isEqualTo(1000);
    List<String> causes = ledger.getList("journal.cause");
    assertThat(causes).contains("SESSION_BILLED", "CAPTURED", "SHORTFALL");
    assertThat(ledger.getList("journal.balance", Integer.class)).containsOnly(0);
  }

  private SettlementChanged await(SettlementStatus status) {
    return probe
        .await(
            SETTLEMENTS,
            SettlementChanged.class,
            reference,
            said -> said.stream().anyMatch(one -> one.value().getStatus() == status))
        .getLast()
        .value();
  }
}
