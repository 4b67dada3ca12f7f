package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.events.JournalLine;
import dev.holdfast.events.ManualVoucher;
import dev.holdfast.settlement.TakeOverJournal;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes entries over from journal.v1 as they were booked, each on its day. */
@ApplicationScoped
class OwnJournal implements OwnTopic<JournalEntryPosted> {
  private final TakeOverJournal takeOverJournal;

  OwnJournal(TakeOverJournal takeOverJournal) {
    this.takeOverJournal = takeOverJournal;
  }

  @Override
  public Topic topic() {
    return Topic.JOURNAL;
  }

  /** Sent twice it is one entry. */
  @Override
  public Uni<List<JournalEntryPosted>> unknown(
      Transaction transaction, List<JournalEntryPosted> records) {
    return takeOverJournal
        .booked(transaction, records.stream().map(OwnJournal::reference).distinct().toList())
        .map(booked -> {
          var known = new HashSet<UUID>();
          booked.forEach(each -> known.add(each.entry().name().id()));
          return records.stream().filter(entry -> known.add(id(entry))).toList();
        });
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<JournalEntryPosted> unknown) {
    return takeOverJournal.takeOver(
        transaction,
        unknown.stream().map(OwnJournal::booked).toList(),
        unknown.stream().flatMap(said -> manual(said).stream()).toList());
  }

  /** What a person called for, as it stands since it was booked. */
  private static Optional<ManualEntry> manual(JournalEntryPosted said) {
    ManualVoucher voucher = said.getManual();
    if (voucher == null) {
      return Optional.empty();
    }
    BookedEntry booked = booked(said);
    var asked = new Word(voucher.getBy(), voucher.getReason(), voucher.getAskedAt());
    String second = voucher.getApprovedBy();
    String why = voucher.getApprovalReason();
    return Optional.of(
        new ManualEntry(
            UUID.fromString(voucher.getId()),
            booked.entry(),
            new ManualEntry.Voucher(voucher.getDocument(), asked),
            booked.bookingDay(),
            new ManualEntry.State.Booked(
                second == null || why == null ? null : new Word(second, why, booked.bookedAt()))));
  }

  private static BookedEntry booked(JournalEntryPosted said) {
    var name =
        new JournalEntry.Name(
            reference(said),
            JournalEntry.Cause.valueOf(said.getCause().name()),
            told("causeVersion", said.getCauseVersion()));
    if (!name.id().equals(id(said))) {
      throw new Unacceptable("entryId: %s is not that of %s".formatted(said.getEntryId(), name));
    }
    List<JournalEntry.Line> lines = said.getLines().stream().map(OwnJournal::line).toList();
    return new BookedEntry(
        new JournalEntry(name, said.getSessionId(), said.getCpoId(), lines),
        said.getBookedAt(),
        told("bookingDay", said.getBookingDay()));
  }

  private static JournalEntry.Line line(JournalLine line) {
    return new JournalEntry.Line(
        JournalEntry.Account.valueOf(line.getAccount().name()),
        JournalEntry.Side.valueOf(line.getSide().name()),
        MoneyCodec.fromAvro(line.getAmount()),
        line.getDetail());
  }

  private static <T> T told(String field, @Nullable T value) {
    if (value == null) {
      throw new Unacceptable(field + ": is missing, and the entry cannot be made without it");
    }
    return value;
  }

  private static Reference reference(JournalEntryPosted said) {
    return new Reference(UUID.fromString(said.getReference()));
  }

  private static UUID id(JournalEntryPosted said) {
    return UUID.fromString(said.getEntryId());
  }
}
