package dev.holdfast.settlement.kafka.consume;

import static dev.holdfast.settlement.Records.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.Event;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.Tax;
import dev.holdfast.settlement.Records;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Rules;
import dev.holdfast.settlement.core.SchemeRules;
import dev.holdfast.settlement.core.SmallestAmounts;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.Journal;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.kafka.publish.JournalRecord;
import dev.holdfast.settlement.kafka.publish.SettlementRecord;
import dev.holdfast.settlement.postgres.CarriedState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The broker takes records of up to 1 MiB: no accepted record may lead to one that comes near. */
@SuppressWarnings("NullAway") // reading needs none of what the handlers apply with
class RecordSizeTest {
  private static final int FAR_BELOW_A_MEBIBYTE = 20_000;
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String KEY = Records.referenceOf(NOW.minusSeconds(7200));

  /** Three bytes a character: as many as UTF-8 needs for one of UTF-16. */
  private static final String LONGEST = "\u20ac".repeat(200);

  private static final Rules RULES =
      new Rules(new SmallestAmounts(List.of()), new SchemeRules(List.of(), List.of()));
  private static final SessionTimes TIMES =
      new SessionTimes(
          new SessionTimesTest.Given(Duration.ofHours(24), Duration.ofDays(31)), Clock.systemUTC());
  private static final SessionClosedTopic CLOSED = new SessionClosedTopic(null, null, TIMES);
  private static final AuthorizationsTopic AUTHORIZATIONS = new AuthorizationsTopic(null, null);

  private @Nullable Settlement settlement;
  private final Journal journal = new Journal();
  private final List<Event> said = new ArrayList<>();

  @Test
  void writesNoRecordThatTheBrokerWouldRefuse() throws IOException {
    hear(AUTHORIZATIONS.read(KEY, authorization(3, AuthorizationStatus.HELD)).command());
    hear(CLOSED.read(KEY, close(1, 99_999_999_999L)).command());
    hear(AUTHORIZATIONS.read(KEY, captured()).command());
    hear(CLOSED.read(KEY, close(2, 99_999_999_998L)).command());
    hear(CLOSED.read(KEY, close(2, 99_999_999_997L)).command());
    var word = new Resolution.Word(LONGEST, LONGEST, NOW);
    var second = Resolution.Choice.ACCEPT_SECOND;
    hear(new Command.Resolved(Checks.reference(KEY, KEY), second, null, word));
    int largest = 0;
    for (Event event : said) {
      largest = Math.max(largest, bytes(event.value()));
    }
    assertThat(said).hasSizeGreaterThan(11);
    // It holds what the largest close may hold: were it small, this would show nothing.
    assertThat(largest).isBetween(FAR_BELOW_A_MEBIBYTE / 2, FAR_BELOW_A_MEBIBYTE);
  }

  @Test
  void cutsAReasonThatIsLongerThanAnybodyReads() {
    var failed =
        AuthorizationChanged.newBuilder(authorization(3, AuthorizationStatus.CAPTURE_FAILED))
            .setReason("\u20ac".repeat(600_000))
            .build();
    hear(AUTHORIZATIONS.read(KEY, failed).command());
    assertThat(said).allSatisfy(e -> assertThat(bytes(e.value())).isLessThan(10_000));
  }

  private void hear(Command command) {
    RULES
        .decide(settlement, command)
        .ifPresent(step -> {
          settlement = step.after();
          said.add(SettlementRecord.event(step, CarriedState.write(step.after()), NOW));
          journal.follow(step.after()).stream()
              .map(entry -> new BookedEntry(entry, NOW, LocalDate.EPOCH))
              .map(entry -> JournalRecord.posted(entry, step.after()))
              .forEach(said::add);
        });
  }

  private static SessionClosed close(int revision, long cents) {
    String name = LONGEST.substring(0, Checks.LONGEST_TAX);
    List<Tax> taxes =
        Collections.nCopies(
            Checks.MOST_TAXES, new Tax(name, "99.1234", euro(4_999_999_999L), null, null));
    return Records.closing(KEY, cents)
        .setRevision(revision)
        .setSessionId(LONGEST)
        .setEvseId(LONGEST)
        .setTaxes(taxes)
        .build();
  }

  private static AuthorizationChanged captured() {
    return AuthorizationChanged.newBuilder(authorization(5, AuthorizationStatus.CAPTURED))
        .setCaptured(euro(99_999_999_999L))
        .setAttempts(List.of(Records.attempt(2, AttemptKind.CAPTURE, 99_999_999_999L)))
        .build();
  }

  private static AuthorizationChanged authorization(long version, AuthorizationStatus status) {
    return Records.authorization(KEY, 99_999_999_999L, version, status)
        .setCpoId(LONGEST)
        .setReason(LONGEST)
        .build();
  }

  private static int bytes(SpecificRecord record) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
    return bytes.size();
  }
}
