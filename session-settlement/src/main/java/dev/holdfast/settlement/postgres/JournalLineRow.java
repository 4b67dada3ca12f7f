package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

/**
 * One line of an entry of the journal. Account and side are texts, so that one that only a newer
 * version knows can be shown.
 */
@Entity
@Immutable
@Table(name = "journal_line")
@IdClass(JournalLineRow.Key.class)
public class JournalLineRow {
  @Id
  @Column(name = "entry_id")
  private UUID entryId;

  @Id
  @Column(name = "line_number")
  private int lineNumber;

  private String account;
  private String side;

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
    var rows = new ArrayList<JournalLineRow>();
    for (JournalEntry.Line line : entry.lines()) {
      rows.add(of(entry.name().id(), rows.size() + 1, line));
    }
    return rows;
  }

  private static JournalLineRow of(UUID entryId, int lineNumber, JournalEntry.Line line) {
    var row = new JournalLineRow();
    row.entryId = entryId;
    row.lineNumber = lineNumber;
    row.account = line.account().name();
    row.side = line.side().name();
    row.minorUnits = line.amount().getAmountMinorLong();
    row.currency = line.amount().getCurrencyUnit().getCode();
    row.detail = line.detail();
    return row;
  }

  UUID entryId() {
    return entryId;
  }

  int lineNumber() {
    return lineNumber;
  }

  /** A name of {@link Account}, or a newer one. */
  public String account() {
    return account;
  }

  /** A name of {@link Side}. */
  public String side() {
    return side;
  }

  /** Above zero, in minor units. */
  public long minorUnits() {
    return minorUnits;
  }

  /** The code of the amount's currency. */
  public String currency() {
    return currency;
  }

  /** Of a tax line: which tax. */
  public @Nullable String detail() {
    return detail;
  }

  JournalEntry.Line toLine(String row) {
    return new JournalEntry.Line(
        StateText.constant(row, Account.class, "account", account),
        StateText.constant(row, Side.class, "side", side),
        Money.ofMinor(CurrencyUnit.of(currency), minorUnits),
        detail);
  }
}
