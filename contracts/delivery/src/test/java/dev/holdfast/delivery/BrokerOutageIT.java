package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SettlementChange;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.infrastructure.Wire;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WiredBroker.class)
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class BrokerOutageIT {
  /** Several times as long as the relay waits for the broker's word. */
  private static final Duration AWAY = Duration.ofSeconds(12);

  private static final int BEFORE = 3;
  private static final int MANY = 200;

  @Inject Transactions transactions;
  @Inject Outbox outbox;

  private Wire wire;
  private final String reference = UUID.randomUUID().toString();
  private final TopicProbe probe =
      TopicProbe.on(
          SharedInfrastructure.started().bootstrapServers(),
          SharedInfrastructure.started().schemaRegistry());

  @AfterEach
  void close() {
    wire.pass();
    probe.close();
  }

  @Test
  void losesNothingWhileTheBrokerIsSilentForLongerThanTheRelayWaits() throws Throwable {
    say(1, BEFORE);
    assertThat(said(BEFORE)).hasSize(BEFORE);
    wire.silence();
    say(BEFORE + 1, MANY);
    Thread.sleep(AWAY);
    assertThat(outbox.age()).hasValueSatisfying(age -> assertThat(age).isGreaterThan(AWAY));
    wire.pass();

    List<Long> versions =
        said(MANY).stream().map(record -> record.value().getVersion()).distinct().toList();
    assertThat(versions).isEqualTo(LongStream.rangeClosed(1, MANY).boxed().toList());
  }

  private void say(int first, int last) throws Throwable {
    for (long version = first; version <= last; version++) {
      Event event =
          Event.ofVersion(
              Topic.SETTLEMENTS, reference, version, Instant.now(), changed(reference, version));
      VertxContextSupport.subscribeAndAwait(
          () -> transactions.run(transaction -> transaction.publish(List.of(event))));
    }
  }

  private List<Published<SettlementChanged>> said(long version) {
    return probe.await(
        Topic.SETTLEMENTS,
        SettlementChanged.class,
        reference,
        all -> all.stream().anyMatch(record -> record.value().getVersion() == version));
  }

  private static SettlementChanged changed(String reference, long version) {
    return SettlementChanged.newBuilder()
        .setReference(reference)
        .setVersion(version)
        .setOccurredAt(Instant.now())
        .setChange(SettlementChange.SESSION_STARTED)
        .setStatus(SettlementStatus.AWAITING_HOLD)
        .build();
  }
}
