package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What persons want booked, for those who write it. A row is added, and decided once. */
@ApplicationScoped
public class ManualEntryTable {
  /** Whoever is second with one id sees, in its next statement, what the first has written. */
  private static final String ADD =
      """
      insert into manual_entry (id, reference, cause, cause_version, cpo_id, accounts, sides,
        amounts, currencies, details, booking_day, document, asked_by, reason, asked_at, state,
        decided_by, decision_reason, decided_at)
      values (?1, ?2, ?3, ?4, ?5, cast(?6 as text[]), cast(?7 as text[]), cast(?8 as bigint[]),
        cast(?9 as text[]), cast(?10 as text[]), cast(cast(?11 as text) as date), ?12, ?13, ?14,
        ?15, ?16, cast(?17 as text), cast(?18 as text),
        cast(cast(?19 as text) as timestamptz))
      on conflict (id) do
      """;

  /** It was decided after the backup that this database was restored from. */
  private static final String OR_DECIDE =
      """
      update set state = excluded.state, booking_day = excluded.booking_day, decided_by = excluded.decided_by,
        decision_reason = excluded.decision_reason, decided_at = excluded.decided_at
      where manual_entry.state = 'WAITING'
      """;

  private static final String FIND =
      ManualColumns.SELECT.formatted("where id = ?1 for update") + " order by line_number";

  private static final String DECIDE =
      """
      update manual_entry
      set state = ?2, decided_by = ?3, decision_reason = ?4, decided_at = ?5,
        booking_day = cast(cast(?6 as text) as date)
      where id = ?1
      """;

  private static final String HAS_RIVAL =
      """
      select exists (select 1 from manual_entry
        where reference = ?1 and cause = ?2 and cause_version = ?3 and id <> ?4
          and (state = 'BOOKED' or ?5 and state = 'WAITING'))
      """;

  /** The one with that id, locked to the end of the transaction. */
  public Uni<Optional<ManualEntry>> find(Transaction transaction, UUID id) {
    return transaction
        .session()
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, id)
        .getResultList()
        .map(rows -> ManualColumns.entries(rows).stream().findFirst());
  }

  /** Adds it as it stands; false if one with its id was added meanwhile. */
  public Uni<Boolean> add(Transaction transaction, ManualEntry manual) {
    return write(transaction, ADD + "nothing", manual).map(written -> written == 1);
  }

  /** Writes those that were booked since a backup, each once. */
  public Uni<Void> takeOver(Transaction transaction, List<ManualEntry> booked) {
    return Multi.createFrom()
        .iterable(booked)
        .onItem()
        .transformToUniAndConcatenate(manual -> write(transaction, ADD + OR_DECIDE, manual))
        .onItem()
        .ignoreAsUni();
  }

  /** A second person has spoken. */
  public Uni<Void> decide(Transaction transaction, ManualEntry decided) {
    Word word = decided.second().orElseThrow();
    return transaction
        .session()
        .createNativeQuery(DECIDE)
        .setParameter(1, decided.id())
        .setParameter(2, ManualColumns.state(decided))
        .setParameter(3, word.by())
        .setParameter(4, word.reason())
        .setParameter(5, word.at())
        .setParameter(6, text(decided.bookingDay()))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Is another one booked that takes back the same?
   *
   * @param orWaits whether one that waits counts, too
   */
  public Uni<Boolean> hasRival(Transaction transaction, ManualEntry manual, boolean orWaits) {
    JournalEntry.Name name = manual.entry().name();
    return transaction
        .session()
        .createNativeQuery(HAS_RIVAL, Boolean.class)
        .setParameter(1, name.reference().value())
        .setParameter(2, name.cause().name())
        .setParameter(3, name.version())
        .setParameter(4, manual.id())
        .setParameter(5, orWaits)
        .getSingleResult();
  }

  private static Uni<Integer> write(Transaction transaction, String insert, ManualEntry manual) {
    JournalEntry entry = manual.entry();
    Word asked = manual.voucher().asked();
    @Nullable Word second = manual.second().orElse(null);
    return transaction
        .session()
        .createNativeQuery(insert)
        .setParameter(1, manual.id())
        .setParameter(2, entry.name().reference().value())
        .setParameter(3, entry.name().cause().name())
        .setParameter(4, entry.name().version())
        .setParameter(5, entry.cpoId())
        .setParameter(6, texts(entry, line -> line.account().name()))
        .setParameter(7, texts(entry, line -> line.side().name()))
        .setParameter(
            8,
            entry.lines().stream().map(l -> l.amount().getAmountMinorLong()).toArray(Long[]::new))
        .setParameter(9, texts(entry, line -> line.amount().getCurrencyUnit().getCode()))
        .setParameter(10, texts(entry, Line::detail))
        .setParameter(11, text(manual.bookingDay()))
        .setParameter(12, manual.voucher().document())
        .setParameter(13, asked.by())
        .setParameter(14, asked.reason())
        .setParameter(15, asked.at())
        .setParameter(16, ManualColumns.state(manual))
        .setParameter(17, second == null ? null : second.by())
        .setParameter(18, second == null ? null : second.reason())
        .setParameter(19, text(second == null ? null : second.at()))
        .executeUpdate();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String[] texts(
      JournalEntry entry, Function<Line, @Nullable String> text) {
    return entry.lines().stream().map(text).toArray(String[]::new);
  }
}
