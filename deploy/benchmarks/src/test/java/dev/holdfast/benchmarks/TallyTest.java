package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SettlementChange;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final byte[] PREFIX = new byte[5];

  private final Payments payments = new Payments(Instant.parse("2026-11-26T12:00:00Z"));
  private final Tally tally = new Tally(payments);

  @BeforeEach
  void onePaymentIsDecidedAndBooked() {
    tally.take(settlement(0, 1, SettlementStatus.AWAITING_SESSION, 1_000));
    tally.take(settlement(0, 2, SettlementStatus.DECIDED, 2_000));
    tally.take(entry("billed"));
  }

  @Test
  void completeIsWhatWasDecidedOnceWithEveryEntry() {
    assertThat(tally.isComplete(1)).isTrue();
    assertThat(tally.isComplete(2)).isFalse();
  }

  @Test
  void whatIsSaidAgainDoesNotCount() {
    tally.take(settlement(0, 2, SettlementStatus.DECIDED, 2_500));
    tally.take(entry("billed"));

    assertThat(tally.isComplete(1)).isTrue();
    assertThat(tally.toString()).contains("2 said again");
  }

  @Test
  void anotherDecisionIsAnError() {
    tally.take(settlement(0, 3, SettlementStatus.DECIDED, 2_500));

    assertThat(tally.isComplete(1)).isFalse();
  }

  @Test
  void anEntryTooMuchIsAnError() {
    tally.take(entry("billed twice"));

    assertThat(tally.isComplete(1)).isFalse();
  }

  @Test
  void theLaterHalfIsMeasuredAlone() {
    for (int number = 1; number <= 4; number++) {
      tally.take(settlement(number, 2, SettlementStatus.DECIDED, 9_000 + number * 500L));
    }

    assertThat(tally.perSecondOfLaterHalf()).isEqualTo(2);
    assertThat(tally.first()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(tally.last()).isEqualTo(Instant.ofEpochMilli(11_000));
  }

  private static ConsumerRecord<byte[], byte[]> entry(String name) {
    String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    ConsumerRecord<byte[], byte[]> record = record(Topic.JOURNAL, 3_000, PREFIX);
    record.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private ConsumerRecord<byte[], byte[]> settlement(
      int number, long version, SettlementStatus status, long atMillis) {
    SettlementChanged changed =
        SettlementChanged.newBuilder()
            .setReference(payments.reference(number))
            .setVersion(version)
            .setOccurredAt(Instant.ofEpochMilli(atMillis))
            .setChange(SettlementChange.DECIDED)
            .setStatus(status)
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(PREFIX);
    try {
      new SpecificDatumWriter<>(SettlementChanged.class)
          .write(changed, EncoderFactory.get().directBinaryEncoder(bytes, null));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return record(Topic.SETTLEMENTS, atMillis, bytes.toByteArray());
  }

  private static ConsumerRecord<byte[], byte[]> record(Topic topic, long atMillis, byte[] value) {
    return new ConsumerRecord<>(
        topic.topicName(),
        0,
        0,
        atMillis,
        TimestampType.CREATE_TIME,
        0,
        value.length,
        new byte[0],
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
