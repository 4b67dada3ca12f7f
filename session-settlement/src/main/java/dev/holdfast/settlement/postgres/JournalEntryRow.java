package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal, without its lines. The cause is a text, so that one that only a newer
 * version knows can be shown.
 */
@Entity
@Immutable
@Table(name = "journal_entry")
public class JournalEntryRow {
  @Id
  @Column(name = "entry_id")
  private UUID entryId;

  private UUID reference;

  @Column(name = "session_id")
  private @Nullable String sessionId;

  @Column(name = "cpo_id")
  private String cpoId;

  private String cause;

  @Column(name = "cause_version")
  private String causeVersion;

  @Column(name = "booked_at")
  private Instant bookedAt;

  @Column(name = "booking_day")
  private LocalDate bookingDay;

  /** For Hibernate, which fills every field afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected JournalEntryRow() {}

  static JournalEntryRow of(BookedEntry booked) {
    JournalEntry entry = booked.entry();
    var row = new JournalEntryRow();
    row.entryId = entry.name().id();
    row.reference = entry.name().reference().value();
    row.sessionId = entry.sessionId();
    row.cpoId = entry.cpoId();
    row.cause = entry.name().cause().name();
    row.causeVersion = entry.name().version();
    row.bookedAt = booked.bookedAt();
    row.bookingDay = booked.bookingDay();
    return row;
  }

  /** The id that the table has for it. */
  public UUID entryId() {
    return entryId;
  }

  /** The payment. */
  public Reference reference() {
    return new Reference(reference);
  }

  /** Null for an entry that concerns the hold alone. */
  public @Nullable String sessionId() {
    return sessionId;
  }

  /** The charge point operator. */
  public String cpoId() {
    return cpoId;
  }

  /** Why it was booked: a name of {@link JournalEntry.Cause}, or a newer one. */
  public String cause() {
    return cause;
  }

  /** Which one: the number of the fact. */
  public String causeVersion() {
    return causeVersion;
  }

  /** When it was booked. */
  public Instant bookedAt() {
    return bookedAt;
  }

  /** The day of its CPO on which it counts. */
  public LocalDate bookingDay() {
    return bookingDay;
  }

  BookedEntry booked(List<JournalLineRow> lines) {
    String row = "journal entry " + entryId;
    JournalEntry.Cause known =
        StateText.constant(row, JournalEntry.Cause.class, "cause", this.cause);
    var name = new JournalEntry.Name(reference(), known, causeVersion);
    List<JournalEntry.Line> said = lines.stream().map(line -> line.toLine(row)).toList();
    var entry = new JournalEntry(name, sessionId, cpoId, said);
    return new BookedEntry(entry, bookedAt, bookingDay);
  }
}
