package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Name;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The entries of payments, within a transaction: what is taken over is held against them. */
public final class DatedEntries {
  private static final String ALL =
      """
      select e.reference, e.cause, e.cause_version, e.session_id, e.cpo_id, e.booked_at,
        l.account, l.side, l.minor_units, l.currency, l.detail
      from journal_entry e join journal_line l using (entry_id)
      where e.reference = any(?1) order by e.booked_at, e.entry_id, l.line_number
      """;

  private DatedEntries() {}

  /** An entry, and when it was booked. */
  public record Dated(JournalEntry entry, Instant bookedAt) {}

  /** All entries of these payments. */
  public static Uni<List<Dated>> of(Transaction transaction, Collection<Reference> references) {
    return transaction
        .session()
        .createNativeQuery(ALL, Object[].class)
        .setParameter(1, references.stream().map(Reference::value).toArray(UUID[]::new))
        .getResultList()
        .map(DatedEntries::entries);
  }

  static List<Dated> entries(List<Object[]> rows) {
    var lines = new LinkedHashMap<Name, List<Line>>();
    var first = new LinkedHashMap<Name, Object[]>();
    for (Object[] row : rows) {
      Cause cause = StateText.constant(of(row), Cause.class, "cause", (String) row[1]);
      var name = new Name(new Reference((UUID) row[0]), cause, (String) row[2]);
      lines.computeIfAbsent(name, entry -> new ArrayList<>()).add(line(row));
      first.putIfAbsent(name, row);
    }
    var entries = new ArrayList<Dated>();
    first.forEach((name, row) -> {
      List<Line> said = lines.getOrDefault(name, List.of());
      Instant bookedAt = ((OffsetDateTime) row[5]).toInstant();
      entries.add(
          new Dated(new JournalEntry(name, (String) row[3], (String) row[4], said), bookedAt));
    });
    return entries;
  }

  private static Line line(Object[] row) {
    var amount = Money.ofMinor(CurrencyUnit.of((String) row[9]), ((Number) row[8]).longValue());
    return new Line(
        StateText.constant(of(row), Account.class, "account", (String) row[6]),
        StateText.constant(of(row), Side.class, "side", (String) row[7]),
        amount,
        (String) row[10]);
  }

  private static String of(Object[] row) {
    return "a journal entry of " + row[0];
  }
}
