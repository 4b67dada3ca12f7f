package dev.holdfast.settlement;

import dev.holdfast.settlement.core.journal.BookedEntry.Place;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalFilter;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.postgres.JournalLine;
import dev.holdfast.settlement.postgres.JournalPages;
import dev.holdfast.settlement.postgres.PostedEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the journal as its rows have it. */
@ApplicationScoped
public class ShowJournal {
  private final JournalPages pages;

  ShowJournal(JournalPages pages) {
    this.pages = pages;
  }

  /**
   * An entry. Constants are texts, so that one that only a newer version knows can be shown.
   *
   * @param sessionId null for an entry of a report
   * @param cause a name of {@link JournalEntry.Cause}, or a newer one
   * @param causeVersion which one: the number of the fact
   */
  public record Entry(
      UUID entryId,
      Reference reference,
      @Nullable String sessionId,
      String cpoId,
      String cause,
      String causeVersion,
      Instant bookedAt,
      LocalDate bookingDay,
      List<Line> lines) {
    static Entry of(PostedEntry posted) {
      var row = posted.head();
      return new Entry(
          row.entryId(),
          new Reference(row.reference()),
          row.sessionId(),
          row.cpoId(),
          row.cause(),
          row.causeVersion(),
          row.bookedAt(),
          row.bookingDay(),
          posted.lines().stream().map(Line::of).toList());
    }

    /** Where it stands in the journal. */
    public Place place() {
      return new Place(bookingDay, bookedAt, entryId);
    }
  }

  /** One line, in minor units of its currency; the detail of a tax line is which tax. */
  public record Line(
      String account, String side, long minorUnits, String currency, @Nullable String detail) {
    private static Line of(JournalLine row) {
      return new Line(row.account(), row.side(), row.minorUnits(), row.currency(), row.detail());
    }
  }

  /** At most so many behind that place, or the first ones; the newest first. */
  public Uni<List<Entry>> newest(@Nullable Place after, JournalFilter filter, int most) {
    return pages.newest(after, filter, most).map(ShowJournal::entries);
  }

  /** The same, the oldest first. */
  public Uni<List<Entry>> oldest(@Nullable Place after, JournalFilter filter, int most) {
    return pages.oldest(after, filter, most).map(ShowJournal::entries);
  }

  /** How many there are, up to so many. */
  public Uni<Long> count(JournalFilter filter, int most) {
    return pages.count(filter, most);
  }

  private static List<Entry> entries(List<PostedEntry> posted) {
    return posted.stream().map(Entry::of).toList();
  }
}
