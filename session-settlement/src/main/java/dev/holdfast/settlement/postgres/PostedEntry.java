package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entry as the table has it: its lines in their order, at least one. */
public record PostedEntry(List<JournalLine> lines) {
  /** Rows of the view as entries, in the order of their first lines. */
  static List<PostedEntry> of(List<Object[]> rows) {
    Map<UUID, PostedEntry> entries = new LinkedHashMap<>();
    for (Object[] row : rows) {
      var line = JournalLine.of(row);
      entries
          .computeIfAbsent(line.entryId(), _ -> new PostedEntry(new ArrayList<>()))
          .lines
          .add(line);
    }
    return List.copyOf(entries.values());
  }

  /** What each of its lines tells of the entry. */
  public JournalLine head() {
    return lines.getFirst();
  }

  /**
   * The entry as it was booked.
   *
   * @throws WrittenByNewer if its cause or an account is one that this version does not know
   */
  public BookedEntry booked() {
    var entry =
        new JournalEntry(
            head().name(),
            head().sessionId(),
            head().cpoId(),
            lines.stream().map(JournalLine::line).toList());
    return new BookedEntry(entry, head().bookedAt(), head().bookingDay());
  }
}
