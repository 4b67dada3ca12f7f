package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.core.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An entry of the journal, without its lines. */
@Entity
@Immutable
@Table(name = "journal_entry")
class JournalEntryRow {
  @Id
  @Column(name = "entry_id")
  private UUID entryId;

  private UUID reference;

  @Column(name = "session_id")
  private @Nullable String sessionId;

  @Column(name = "cpo_id")
  private String cpoId;

  @Enumerated(EnumType.STRING)
  private JournalEntry.Cause cause;

  @Column(name = "cause_version")
  private String causeVersion;

  @Column(name = "booked_at")
  private Instant bookedAt;

  @Column(name = "booking_day")
  private LocalDate bookingDay;

  /** For Hibernate, which fills every field afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected JournalEntryRow() {}

  static JournalEntryRow of(JournalTable.Booked booked) {
    JournalEntry entry = booked.entry();
    JournalEntryRow row = new JournalEntryRow();
    row.entryId = entry.name().id();
    row.reference = entry.name().reference().value();
    row.sessionId = entry.sessionId();
    row.cpoId = entry.cpoId();
    row.cause = entry.name().cause();
    row.causeVersion = entry.name().version();
    row.bookedAt = booked.bookedAt();
    row.bookingDay = booked.bookingDay();
    return row;
  }

  UUID entryId() {
    return entryId;
  }

  JournalTable.Booked booked(List<JournalLineRow> lines) {
    JournalEntry.Name name = new JournalEntry.Name(new Reference(reference), cause, causeVersion);
    List<JournalEntry.Line> said = lines.stream().map(JournalLineRow::toLine).toList();
    JournalEntry entry = new JournalEntry(name, sessionId, cpoId, said);
    return new JournalTable.Booked(entry, bookedAt, bookingDay);
  }
}
