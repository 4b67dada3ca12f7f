package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.doors.Words;
import dev.holdfast.settlement.WriteManualEntry.What;
import dev.holdfast.settlement.WriteManualEntry.Wish;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.ManualEntry.Voucher;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants booked: lines for a CPO, or a reversal of what another such wish has booked.
 *
 * @param cpo whose books they are; left out for a reversal
 * @param lines debits equal credits in each currency; left out for a reversal
 * @param reverses the id of what is taken back, line by line
 * @param document the number of the document that it rests on
 * @param bookingDay an open one, at most a year back; left out, the day on which is booked now
 * @param by who asks
 * @param reason why; kept with the entry, and published
 */
@Schema(
    examples =
        """
        {"cpo": "NL-HLD",
         "lines": [
           {"account": "CASH_AT_BANK", "side": "DEBIT", "amount": {"minorUnits": 1250, "currency": "EUR"}},
           {"account": "SUSPENSE", "side": "CREDIT", "amount": {"minorUnits": 1250, "currency": "EUR"}}],
         "document": "BANK-2026-114", "by": "Ines", "reason": "came without a payout"}
        """)
record ManualEntryRequest(
    @Pattern(regexp = TEXT, message = "send the id of a CPO, or leave it out") @Nullable String cpo,
    @Size(min = 2, max = 100, message = "send two lines or more, at most {max}")
        @Nullable List<@NotNull(message = "is null: send a line") @Valid WantedLine> lines,
    @Nullable UUID reverses,
    @NotNull(message = "is missing: send the number of a document")
        @Pattern(
            regexp = "(?=.*\\S)[^\\x00-\\x1F\\x7F-\\x9F]{1,100}",
            message = "send 1 to 100 characters, none of them a control character")
        String document,
    @Nullable LocalDate bookingDay,
    @Words String by,
    @Words String reason) {
  private static final String TEXT = "(?=.*\\S)[^\\x00-\\x1F\\x7F-\\x9F]{1,200}";

  /**
   * A line.
   *
   * @param account of those that money is booked on
   * @param amount above zero, in minor units
   * @param detail for the reader, such as which payout; may be left out
   */
  record WantedLine(
      @NotNull(message = "is missing: send an account of the ledger") JournalEntry.Account account,
      @NotNull(message = "is missing: send DEBIT or CREDIT") JournalEntry.Side side,
      @NotNull(message = "is missing: send an amount") @Valid Amount amount,
      @Pattern(regexp = TEXT, message = "send 1 to 200 characters, or leave it out")
          @Nullable String detail) {
    private JournalEntry.Line line() {
      return new JournalEntry.Line(account, side, amount.toMoney(), detail);
    }
  }

  /** Refuses what is neither lines that balance nor a reversal. */
  Wish wish(String key, Instant now) {
    return new Wish(key, what(), new Voucher(document, new Word(by, reason, now)), bookingDay);
  }

  private What what() {
    if (reverses != null) {
      if (lines != null || cpo != null) {
        throw ManualRefusals.linesOrReversal();
      }
      return new What.Reversal(reverses);
    }
    if (lines == null || cpo == null) {
      throw ManualRefusals.missing(lines == null ? "lines" : "cpo");
    }
    List<JournalEntry.Line> booked = lines.stream().map(WantedLine::line).toList();
    ManualRefusals.refuse(booked);
    return new What.Lines(cpo, booked);
  }
}
