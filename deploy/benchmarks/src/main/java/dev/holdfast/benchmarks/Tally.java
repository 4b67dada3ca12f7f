package dev.holdfast.benchmarks;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts what was said of each payment: each must be decided once, with its bill booked. */
final class Tally {
  /** SESSION_BILLED. */
  static final int ENTRIES_OF_A_PAYMENT = 1;

  /** One for the hold, one for the close. */
  static final int VERSIONS_OF_A_PAYMENT = 2;

  private static final int PREFIX_BYTES = 5;

  private final Payments payments;
  private long[] decidedAtMillis = new long[0];
  private final Set<UUID> entries = new HashSet<>();
  private final SpecificDatumReader<SettlementChanged> reader =
      new SpecificDatumReader<>(SettlementChanged.class);
  private long saidAgain;
  private long decidedOtherwise;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis;

  Tally(Payments payments) {
    this.payments = payments;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    firstMillis = Math.min(firstMillis, record.timestamp());
    lastMillis = Math.max(lastMillis, record.timestamp());
    if (record.topic().equals(Topic.JOURNAL.topicName())) {
      if (!entries.add(UUID.fromString(Published.header(record, "ce_id")))) {
        saidAgain++;
      }
      return;
    }
    SettlementChanged settlement = decode(record.value());
    if (settlement.getStatus() == SettlementStatus.DECIDED) {
      decided(payments.numberOf(settlement.getReference()), settlement, record.timestamp());
    }
  }

  private void decided(int number, SettlementChanged settlement, long atMillis) {
    if (number >= decidedAtMillis.length) {
      decidedAtMillis = Arrays.copyOf(decidedAtMillis, 2 * number + 1);
    }
    if (settlement.getVersion() != VERSIONS_OF_A_PAYMENT) {
      decidedOtherwise++;
    } else if (decidedAtMillis[number] != 0) {
      saidAgain++;
    } else {
      decidedAtMillis[number] = atMillis;
    }
  }

  private SettlementChanged decode(byte[] value) {
    try {
      return reader.read(
          null,
          DecoderFactory.get()
              .binaryDecoder(value, PREFIX_BYTES, value.length - PREFIX_BYTES, null));
    } catch (IOException broken) {
      throw new UncheckedIOException("settlements.v1 holds what cannot be read", broken);
    }
  }

  /** True if so many payments were decided, once each, and every entry of theirs was posted. */
  boolean isComplete(int count) {
    return decided() == count
        && decidedOtherwise == 0
        && entries.size() == count * ENTRIES_OF_A_PAYMENT;
  }

  /** How many payments were decided. */
  long decided() {
    return Arrays.stream(decidedAtMillis).filter(at -> at != 0).count();
  }

  /** What was said more than once, as at-least-once may. */
  long saidAgain() {
    return saidAgain;
  }

  @Override
  public String toString() {
    return "%d decided, %d entries, %d said again, %d decided otherwise"
        .formatted(decided(), entries.size(), saidAgain, decidedOtherwise);
  }

  Instant first() {
    return Instant.ofEpochMilli(firstMillis);
  }

  Instant last() {
    return Instant.ofEpochMilli(lastMillis);
  }

  /** Settlements decided a second in the later half of them: the service is warm then. */
  double perSecondOfLaterHalf() {
    long[] at = Arrays.stream(decidedAtMillis).filter(millis -> millis != 0).sorted().toArray();
    int middle = at.length / 2;
    return at.length < 2 || at[at.length - 1] == at[middle]
        ? 0
        : (at.length - 1 - middle) * 1e3 / (at[at.length - 1] - at[middle]);
  }
}
