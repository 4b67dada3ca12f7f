package dev.holdfast.settlement.core.journal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a person wants booked, though no fact calls for it.
 *
 * @param id made of the idempotency key that it was asked for with
 * @param entry as it is booked
 * @param bookingDay on which it shall count; null: on the day that is open when it is booked, which
 *     is filled in then
 */
public record ManualEntry(
    UUID id, JournalEntry entry, Voucher voucher, @Nullable LocalDate bookingDay, State state) {
  private static final int DECIDED = 2;

  /** What it rests on: the number of a document, and the word of the person who asks. */
  public record Voucher(String document, Word asked) {
    private boolean isSameAs(Voucher other) {
      return document.equals(other.document)
          && asked.by().equals(other.asked.by())
          && asked.reason().equals(other.asked.reason());
    }
  }

  /** Where it stands. */
  public sealed interface State {
    /** Nothing is booked until a second person approves. */
    record Waiting() implements State {}

    /** The second is null where one person was enough. */
    record Booked(@Nullable Word second) implements State {}

    /** It is never booked. */
    record Rejected(Word second) implements State {}
  }

  /** What a second person may say. */
  public enum Verdict {
    APPROVE,
    REJECT
  }

  /** Why a second person's word does not count. */
  public enum Obstacle {
    /** It was said of another version, or of none. */
    STALE,
    /** Nobody approves what they asked for themselves. */
    SAME_PERSON,
    /** It is booked or rejected already. */
    DECIDED
  }

  /** Lines that no fact calls for; they wait. */
  public static ManualEntry of(
      UUID id, String cpoId, List<Line> lines, Voucher voucher, @Nullable LocalDate day) {
    var name = new JournalEntry.Name(new Reference(id), Cause.MANUAL, voucher.document());
    var entry = new JournalEntry(name, null, cpoId, lines);
    return new ManualEntry(id, entry, voucher, day, new State.Waiting());
  }

  /** What takes this one back, line by line; it waits. */
  public ManualEntry reversal(UUID id, Voucher voucher, @Nullable LocalDate day) {
    return new ManualEntry(id, entry.reversed(), voucher, day, new State.Waiting());
  }

  /** What of each currency is debited in all. */
  public Collection<Money> debits() {
    return entry.lines().stream()
        .filter(line -> line.side() == Side.DEBIT)
        .map(Line::amount)
        .collect(toMap(Money::getCurrencyUnit, amount -> amount, Money::plus))
        .values();
  }

  /** Only what is booked, and takes nothing back itself. */
  public boolean isReversible() {
    return state instanceof State.Booked && reverses().isEmpty();
  }

  /** The id of the one that this one takes back. */
  public Optional<UUID> reverses() {
    return entry.name().reversed().map(name -> name.reference().value());
  }

  /** Grows by one when a second person has spoken. */
  public long version() {
    return second().isPresent() ? DECIDED : 1;
  }

  /** What the second person said. */
  public Optional<Word> second() {
    return switch (state) {
      case State.Waiting() -> Optional.empty();
      case State.Booked(var word) -> Optional.ofNullable(word);
      case State.Rejected(var word) -> Optional.of(word);
    };
  }

  /** The same once it is booked on that day. */
  public ManualEntry booked(LocalDate day, @Nullable Word second) {
    return new ManualEntry(id, entry, voucher, day, new State.Booked(second));
  }

  /** The same once it is rejected. */
  public ManualEntry rejected(Word second) {
    return new ManualEntry(id, entry, voucher, bookingDay, new State.Rejected(second));
  }

  /** Was this one asked for so, by the same person, for the same reason? */
  public boolean wasAskedAs(ManualEntry asked) {
    return entry.equals(asked.entry)
        && voucher.isSameAs(asked.voucher)
        && (asked.bookingDay == null || asked.bookingDay.equals(bookingDay));
  }

  /** Has that person said so before? Then it is answered as the first time. */
  public boolean wasDecided(Verdict verdict, @Nullable Long version, String by) {
    boolean isSo =
        switch (verdict) {
          case APPROVE -> state instanceof State.Booked;
          case REJECT -> state instanceof State.Rejected;
        };
    return isSo
        && version != null
        && version == 1
        && second().filter(word -> word.isBy(by)).isPresent();
  }

  /** Why that cannot be decided; who asked may still take it back. */
  public Optional<Obstacle> obstacle(Verdict verdict, @Nullable Long version, String by) {
    if (version == null || version != version()) {
      return Optional.of(Obstacle.STALE);
    }
    if (!(state instanceof State.Waiting)) {
      return Optional.of(Obstacle.DECIDED);
    }
    return verdict == Verdict.APPROVE && voucher.asked().isBy(by)
        ? Optional.of(Obstacle.SAME_PERSON)
        : Optional.empty();
  }
}
