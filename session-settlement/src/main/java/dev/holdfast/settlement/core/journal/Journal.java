package dev.holdfast.settlement.core.journal;

import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is booked when a settlement changes: the entries that its facts call for, less the old. */
public final class Journal {
  private Journal() {}

  /**
   * The new entries. One that the facts no longer call for (a capture after a failure was thought
   * final) is reversed, never dropped.
   */
  public static List<JournalEntry> between(@Nullable Settlement before, Settlement after) {
    return between(before == null ? Map.of() : standing(before), standing(after));
  }

  /** What is to be booked yet when a state has these entries, which may be some of another's. */
  public static List<JournalEntry> owed(Collection<JournalEntry> booked, Settlement state) {
    var stood = new LinkedHashMap<UUID, JournalEntry>();
    booked.forEach(entry -> stood.put(entry.name().id(), entry));
    return between(stood, standing(state));
  }

  private static List<JournalEntry> between(
      Map<UUID, JournalEntry> stood, Map<UUID, JournalEntry> stands) {
    var booked = new ArrayList<JournalEntry>();
    stood.forEach((id, entry) -> {
      if (!stands.containsKey(id) && !isTakenBack(entry, stood)) {
        booked.add(entry.reversed());
      }
    });
    stands.forEach((id, entry) -> {
      if (!stood.containsKey(id)) {
        booked.add(entry);
      }
    });
    return booked;
  }

  /** An entry and what took it back are nothing together: they may stay as they were written. */
  private static boolean isTakenBack(JournalEntry entry, Map<UUID, JournalEntry> stood) {
    return entry.name().cause() == JournalEntry.Cause.CORRECTED
        || stood.containsKey(entry.reversed().name().id());
  }

  /** Every entry that the facts call for, by its id. */
  static Map<UUID, JournalEntry> standing(Settlement settlement) {
    var standing = new LinkedHashMap<UUID, JournalEntry>();
    Hold hold = settlement.hold();
    if (hold != null) {
      for (JournalEntry entry :
          new Entries(settlement.reference(), hold, settlement.session()).all()) {
        standing.put(entry.name().id(), entry);
      }
    }
    return standing;
  }
}
