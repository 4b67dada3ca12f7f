package dev.holdfast.settlement.core.journal;

import dev.holdfast.settlement.core.journal.JournalEntry.Name;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is booked of one payment, and what is still to be booked when it changes. What stands is
 * what was booked, by whatever rules: so the rules may change between releases.
 */
public final class Journal {
  private final Map<Name, JournalEntry> booked = new LinkedHashMap<>();
  private final Set<Name> ahead = new HashSet<>();

  /** Takes in an entry as it was booked. */
  public void add(JournalEntry entry) {
    booked.put(entry.name(), entry);
  }

  /**
   * Takes in an entry of a version that a restored database does not know yet: it stays, for its
   * payment will come to that version again.
   */
  public void addAhead(JournalEntry entry) {
    add(entry);
    ahead.add(entry.name());
  }

  /**
   * Books what the facts call for and is not booked yet, and takes back what they no longer call
   * for (a capture after a failure was thought final): it is reversed, never dropped.
   *
   * @return what was booked by this call
   * @throws EntryDiffers if an entry is booked under its name with other lines
   */
  public List<JournalEntry> follow(Settlement state) {
    Map<Name, JournalEntry> called = new LinkedHashMap<>();
    Entries.of(state).forEach(entry -> called.put(entry.name(), entry));
    var fresh = new ArrayList<JournalEntry>();
    var standing = new HashSet<Name>();
    called.values().stream()
        .flatMap(entry -> named(entry, called.keySet()))
        .forEach(entry -> {
          standing.add(entry.name());
          if (!isBooked(entry)) {
            fresh.add(entry);
          }
        });
    booked.values().stream()
        .filter(entry -> mayBeReversed(entry) && !standing.contains(entry.name()))
        .forEach(entry -> fresh.add(entry.reversed()));
    fresh.forEach(this::add);
    return fresh;
  }

  /** Under the name that it has here. What takes it back comes with it, not by itself. */
  private Stream<JournalEntry> named(JournalEntry entry, Set<Name> called) {
    if (isReversal(entry)) {
      return Stream.of();
    }
    if (!called.contains(entry.name().ofReversal())) {
      return Stream.of(current(entry));
    }
    // It was booked by the rules of its day, and that is what is taken back.
    JournalEntry known = booked.getOrDefault(entry.name(), entry);
    return Stream.of(known, known.reversed());
  }

  /** One that was taken back and is called for again is booked under the next name. */
  private JournalEntry current(JournalEntry entry) {
    var edition = entry;
    for (int number = 2; booked.containsKey(edition.name().ofReversal()); number++) {
      edition = entry.again(number);
    }
    return edition;
  }

  private boolean isBooked(JournalEntry entry) {
    JournalEntry known = booked.get(entry.name());
    if (known != null && !known.hasLinesOf(entry)) {
      throw new EntryDiffers(known, entry);
    }
    return known != null;
  }

  private boolean mayBeReversed(JournalEntry entry) {
    return !entry.name().isOfReport()
        && !isReversal(entry)
        && !ahead.contains(entry.name())
        && !booked.containsKey(entry.name().ofReversal());
  }

  private static boolean isReversal(JournalEntry entry) {
    return entry.name().cause() == JournalEntry.Cause.CORRECTED;
  }
}
