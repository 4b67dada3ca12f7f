package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.journal.JournalEntry.Account.CASH_AT_BANK;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.SUSPENSE;
import static dev.holdfast.settlement.core.journal.JournalEntry.Side.CREDIT;
import static dev.holdfast.settlement.core.journal.JournalEntry.Side.DEBIT;
import static dev.holdfast.settlement.core.journal.ManualEntry.Obstacle.DECIDED;
import static dev.holdfast.settlement.core.journal.ManualEntry.Obstacle.SAME_PERSON;
import static dev.holdfast.settlement.core.journal.ManualEntry.Obstacle.STALE;
import static dev.holdfast.settlement.core.journal.ManualEntry.Verdict.APPROVE;
import static dev.holdfast.settlement.core.journal.ManualEntry.Verdict.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.ManualEntry.Voucher;
import dev.holdfast.settlement.core.payment.ApprovalLimits;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManualEntryTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final UUID ID = UUID.fromString("8f6f4c83-3f2e-5a0c-9a36-0c9a6f3f5e21");
  private static final Word ANN = new Word("Ann", "agrees", NOON);

  private final ManualEntry waiting = asked("Ines", "EUR 12.50", null);

  @Test
  void isNamedByItsKeyAndDocument() {
    assertThat(waiting.entry().name().reference().value()).isEqualTo(ID);
    assertThat(waiting.entry().name().text()).isEqualTo("MANUAL letter/7");
    assertThat(waiting.version()).isEqualTo(1);
    assertThat(waiting.second()).isEmpty();
    assertThat(waiting.reverses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1250, 0, true", "1249, 0, false", "1250, 12, true", "1250, 13, false"})
  void isSmallUpToTheLimitOfEachCurrency(long euros, long yen, boolean isSmall) {
    var lines = new ArrayList<>(lines("EUR 12.50"));
    if (yen > 0) {
      lines.addAll(lines("JPY " + yen));
    }
    var entry = ManualEntry.of(ID, "cpo", lines, waiting.voucher(), null);
    assertThat(limits(Map.of("EUR", euros, "JPY", 12L)).allow(entry.debits(), Map.of()))
        .isEqualTo(isSmall);
    assertThat(limits(Map.of()).allow(entry.debits(), Map.of())).isFalse();
  }

  @Test
  void addsUpItsDebits() {
    var lines = new ArrayList<>(lines("EUR 1.00"));
    lines.addAll(lines("EUR 2.00"));
    var entry = ManualEntry.of(ID, "cpo", lines, waiting.voucher(), null);
    assertThat(limits(Map.of("eur", 299L)).allow(entry.debits(), Map.of())).isFalse();
    assertThat(limits(Map.of("eur", 300L)).allow(entry.debits(), Map.of())).isTrue();
    assertThat(limits(Map.of("eur", 400L)).allow(entry.debits(), Map.of("EUR", 100L))).isTrue();
    assertThat(limits(Map.of("eur", 400L)).allow(entry.debits(), Map.of("EUR", 101L))).isFalse();
    assertThat(limits(Map.of("eur", 300L)).allow(entry.debits(), Map.of("JPY", 101L))).isTrue();
  }

  private static ApprovalLimits limits(Map<String, Long> aloneUpTo) {
    return new ApprovalLimits(aloneUpTo, Duration.ofDays(1));
  }

  @Test
  void isApprovedByAnotherPersonOnItsVersion() {
    assertThat(waiting.obstacle(APPROVE, 1L, "Ann")).isEmpty();
    assertThat(waiting.obstacle(APPROVE, null, "Ann")).contains(STALE);
    assertThat(waiting.obstacle(APPROVE, 2L, "Ann")).contains(STALE);
    assertThat(waiting.obstacle(REJECT, 0L, "Ann")).contains(STALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ines", " ines", "INES ", "I nes", "Ｉｎｅｓ", "In\u200bes"})
  void isNotApprovedByWhoAskedHoweverTheyWriteThemselves(String by) {
    assertThat(waiting.obstacle(APPROVE, 1L, by)).contains(SAME_PERSON);
    assertThat(waiting.obstacle(REJECT, 1L, by)).isEmpty();
  }

  @Test
  void isDecidedOnceAndAnsweredTheSameWhenThatIsSaidAgain() {
    var booked = waiting.booked(DAY, ANN);
    assertThat(booked.version()).isEqualTo(2);
    assertThat(booked.bookingDay()).isEqualTo(DAY);
    assertThat(booked.second()).contains(ANN);
    assertThat(booked.wasDecided(APPROVE, 1L, "ann")).isTrue();
    assertThat(booked.wasDecided(APPROVE, 2L, "Ann")).isFalse();
    assertThat(booked.wasDecided(APPROVE, null, "Ann")).isFalse();
    assertThat(booked.wasDecided(APPROVE, 1L, "Bob")).isFalse();
    assertThat(booked.wasDecided(REJECT, 1L, "Ann")).isFalse();
    assertThat(booked.obstacle(REJECT, 2L, "Ann")).contains(DECIDED);

    var rejected = waiting.rejected(ANN);
    assertThat(rejected.version()).isEqualTo(2);
    assertThat(rejected.second()).contains(ANN);
    assertThat(rejected.wasDecided(REJECT, 1L, "Ann")).isTrue();
    assertThat(rejected.wasDecided(APPROVE, 1L, "Ann")).isFalse();
    assertThat(rejected.isReversible()).isFalse();
  }

  @Test
  void whatOnePersonBookedNobodyApprovedAgain() {
    var alone = waiting.booked(DAY, null);
    assertThat(alone.version()).isEqualTo(1);
    assertThat(alone.wasDecided(APPROVE, 1L, "Ines")).isFalse();
    assertThat(alone.obstacle(APPROVE, 1L, "Ann")).contains(DECIDED);
  }

  @Test
  void isTakenBackLineByLineAndOnlyOnceItIsBooked() {
    assertThat(waiting.isReversible()).isFalse();
    var booked = waiting.booked(DAY, ANN);
    assertThat(booked.isReversible()).isTrue();

    var other = UUID.randomUUID();
    var reversal = booked.reversal(other, new Voucher("letter 8", ANN), DAY);
    assertThat(reversal.id()).isEqualTo(other);
    assertThat(reversal.reverses()).contains(ID);
    assertThat(reversal.entry()).isEqualTo(waiting.entry().reversed());
    assertThat(reversal.booked(DAY, ANN).isReversible()).isFalse();
  }

  @Test
  void knowsWhatItWasAskedAs() {
    assertThat(waiting.wasAskedAs(asked("Ines", "EUR 12.50", null))).isTrue();
    assertThat(waiting.wasAskedAs(asked("Bob", "EUR 12.50", null))).isFalse();
    assertThat(waiting.wasAskedAs(asked("Ines", "EUR 12.51", null))).isFalse();
    assertThat(waiting.wasAskedAs(asked("Ines", "EUR 12.50", DAY))).isFalse();
    // The day is filled in once it is booked.
    assertThat(waiting.booked(DAY, ANN).wasAskedAs(waiting)).isTrue();
    assertThat(asked("Ines", "EUR 12.50", DAY).wasAskedAs(asked("Ines", "EUR 12.50", DAY)))
        .isTrue();
    var why = new Voucher("letter/7", new Word("Ines", "another reason", NOON));
    assertThat(waiting.wasAskedAs(ManualEntry.of(ID, "cpo", lines("EUR 12.50"), why, null)))
        .isFalse();
    var what = new Voucher("letter/8", waiting.voucher().asked());
    assertThat(waiting.wasAskedAs(ManualEntry.of(ID, "cpo", lines("EUR 12.50"), what, null)))
        .isFalse();
  }

  private static ManualEntry asked(String by, String amount, @Nullable LocalDate day) {
    var voucher = new Voucher("letter/7", new Word(by, "came without a payout", NOON));
    return ManualEntry.of(ID, "cpo", lines(amount), voucher, day);
  }

  private static List<Line> lines(String amount) {
    return List.of(
        new Line(CASH_AT_BANK, DEBIT, Money.parse(amount), null),
        new Line(SUSPENSE, CREDIT, Money.parse(amount), null));
  }
}
