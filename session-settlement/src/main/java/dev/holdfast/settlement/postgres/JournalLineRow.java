package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.core.JournalEntry.Account;
import dev.holdfast.settlement.core.JournalEntry.Side;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One line of an entry of the journal. */
@Entity
@Immutable
@Table(name = "journal_line")
@IdClass(JournalLineRow.Key.class)
class JournalLineRow {
  @Id
  @Column(name = "entry_id")
  private UUID entryId;

  @Id
  @Column(name = "line_number")
  private int lineNumber;

  @Enumerated(EnumType.STRING)
  private Account account;

  @Enumerated(EnumType.STRING)
  private Side side;

  @Column(name = "minor_units")
  private long minorUnits;

  private String currency;
  private @Nullable String detail;

  /** The entry, and the line's place in it from 1. */
  record Key(UUID entryId, int lineNumber) {}

  /** For Hibernate, which fills every field afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected JournalLineRow() {}

  static List<JournalLineRow> of(JournalEntry entry) {
    List<JournalLineRow> rows = new ArrayList<>();
    for (JournalEntry.Line line : entry.lines()) {
      rows.add(of(entry.name().id(), rows.size() + 1, line));
    }
    return rows;
  }

  private static JournalLineRow of(UUID entryId, int lineNumber, JournalEntry.Line line) {
    JournalLineRow row = new JournalLineRow();
    row.entryId = entryId;
    row.lineNumber = lineNumber;
    row.account = line.account();
    row.side = line.side();
    row.minorUnits = line.amount().getAmountMinorLong();
    row.currency = line.amount().getCurrencyUnit().getCode();
    row.detail = line.detail();
    return row;
  }

  UUID entryId() {
    return entryId;
  }

  JournalEntry.Line toLine() {
    Money amount = Money.ofMinor(CurrencyUnit.of(currency), minorUnits);
    return new JournalEntry.Line(account, side, amount, detail);
  }
}
