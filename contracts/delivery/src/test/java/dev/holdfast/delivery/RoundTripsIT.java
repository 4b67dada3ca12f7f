package dev.holdfast.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.contracts.Topic;
import dev.holdfast.testkit.CountedLine;
import dev.holdfast.testkit.CountedStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = CountedStack.class,
    initArgs = @ResourceArg(name = "database", value = "counted"))
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class RoundTripsIT {
  private static final Topic TOPIC = Topic.SESSION_STARTED;
  private static final int FEW = 5;
  private static final int MANY = 500;

  @Inject AvroCodec codec;
  @Inject Inbox inbox;
  @Inject CountStarts handler;

  @Test
  void aPollOfHundredsCostsNoMoreRoundTripsThanAPollOfAFew() throws Throwable {
    roundTripsOf(FEW); // connects, prepares the statements
    int few = roundTripsOf(FEW);
    int many = roundTripsOf(MANY);
    assertThat(few).isPositive();
    // The answers to one pipelined batch may begin while it is being sent: twice, not a
    // hundredfold.
    assertThat(many).isLessThanOrEqualTo(2 * few);
  }

  private int roundTripsOf(int records) throws Throwable {
    ConsumerRecords<byte[], byte[]> poll = poll(records);
    int before = CountedLine.ROUND_TRIPS.get();
    VertxContextSupport.subscribeAndAwait(() -> inbox.receive(handler, poll));
    return CountedLine.ROUND_TRIPS.get() - before;
  }

  private ConsumerRecords<byte[], byte[]> poll(int records) {
    List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      String reference = UUID.randomUUID().toString();
      byte[] value = codec.encode(TOPIC, Records.started(reference));
      polled.add(new ConsumerRecord<>(TOPIC.topicName(), 0, i, reference.getBytes(UTF_8), value));
    }
    return new ConsumerRecords<>(
        Map.of(new TopicPartition(TOPIC.topicName(), 0), polled), Map.of());
  }
}
