package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.TellProgress.Subject;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.LineEntries;
import dev.holdfast.settlement.core.report.Progress.Step;
import dev.holdfast.settlement.core.report.StoredLine;
import dev.holdfast.settlement.core.report.Verdict.Result;
import dev.holdfast.settlement.kafka.publish.JournalRecord;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.ReportLinePages;
import dev.holdfast.settlement.postgres.ReportLinePages.Part;
import dev.holdfast.settlement.postgres.VerdictTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts the entries that the lines of a report call for, and reverses them. */
@ApplicationScoped
public class PostReport {
  private final ReportLinePages lines;
  private final VerdictTable verdicts;
  private final JournalTable journal;
  private final TellProgress progress;

  PostReport(
      ReportLinePages lines, VerdictTable verdicts, JournalTable journal, TellProgress progress) {
    this.lines = lines;
    this.verdicts = verdicts;
    this.journal = journal;
    this.progress = progress;
  }

  /** Why a report cannot be booked, and the first line because of which. */
  public record Obstacle(Why why, int line) {
    /** What is wrong with the line. */
    public enum Why {
      /** A transfer to the bank is not what its lines come to. */
      PAYOUT_DIFFERS,
      /** It belongs to no payment, and nobody has said whose it is. */
      CPO_NEEDED
    }
  }

  /** Which booking of a report it is, and when: what names its entries. */
  record Place(Subject subject, int booking, Instant at) {
    private UUID report() {
      return subject.report();
    }

    private LineEntries of(StoredLine line, String cpoId, String more) {
      String place = "%s/%d/%d%s".formatted(report(), line.number(), booking, more);
      return new LineEntries(line.owner().reference(), cpoId, place);
    }

    private boolean isOf(JournalEntry.Name name) {
      String[] parts = name.version().split("/", 4);
      return name.isOfReport()
          && name.cause() != JournalEntry.Cause.CORRECTED
          && parts.length > 2
          && parts[0].equals(report().toString())
          && parts[2].equals(Integer.toString(booking));
    }
  }

  /**
   * Why it cannot be booked. Lines that belong to no payment are of that CPO, or else of the only
   * one whose payments the report tells of.
   */
  Uni<Optional<Obstacle>> obstacle(Transaction transaction, UUID report, @Nullable String cpoId) {
    return verdicts
        .own(transaction, report, cpoId)
        .chain(() -> verdicts.ownerless(transaction, report))
        .chain(ownerless ->
            ownerless.isPresent()
                ? Uni.createFrom()
                    .item(ownerless.map(line -> new Obstacle(Obstacle.Why.CPO_NEEDED, line)))
                : lines.payouts(transaction, report).map(PostReport::differing));
  }

  private static Optional<Obstacle> differing(List<Part> parts) {
    return parts.stream()
        .map(Part::line)
        .filter(line -> line.verdict().result() == Result.AMOUNT_DIFFERS)
        .findFirst()
        .map(line -> new Obstacle(Obstacle.Why.PAYOUT_DIFFERS, line.number()));
  }

  Uni<Void> post(Transaction transaction, Place place) {
    return lines
        .each(
            transaction,
            place.report(),
            true,
            page ->
                post(
                        transaction,
                        place,
                        page.stream().flatMap(line -> entries(place, line).stream()).toList())
                    .call(() -> tell(place, Step.BOOKING, page)))
        .chain(() -> lines.payouts(transaction, place.report()))
        .chain(parts -> post(transaction, place, banked(place, parts)))
        .replaceWithVoid();
  }

  private Uni<Void> tell(Place place, Step step, List<StoredLine> page) {
    return progress.tell(place.subject, step, page.getLast().number());
  }

  private static List<JournalEntry> entries(Place place, StoredLine line) {
    String cpoId = Objects.requireNonNull(line.owner().cpoId());
    return line.entries(place.of(line, cpoId, ""));
  }

  /** Each CPO's part comes to the bank for itself. */
  private static List<JournalEntry> banked(Place place, List<Part> parts) {
    return parts.stream()
        .filter(part -> !part.line().verdict().books().isEmpty() && !part.amount().isZero())
        .map(part -> {
          String cpoId = Objects.requireNonNull(part.cpoId());
          return place
              .of(part.line(), cpoId, "/" + cpoId)
              .banked(part.line().said(), part.amount());
        })
        .toList();
  }

  private Uni<Integer> post(Transaction transaction, Place place, List<JournalEntry> entries) {
    return journal
        .appendNew(transaction, entries, place.at)
        .call(booked -> transaction.publish(booked.stream().map(JournalRecord::posted).toList()))
        .map(List::size);
  }

  /** What is reversed is what was booked, not what today's rules would make of the lines. */
  Uni<Void> reverse(Transaction transaction, Place place) {
    return lines
        .each(
            transaction,
            place.report(),
            true,
            page ->
                reverse(transaction, place, page).call(() -> tell(place, Step.BOOKING_BACK, page)))
        .chain(() -> lines.payouts(transaction, place.report()))
        .chain(parts ->
            reverse(transaction, place, parts.stream().map(Part::line).distinct().toList()))
        .replaceWithVoid();
  }

  private Uni<Integer> reverse(Transaction transaction, Place place, List<StoredLine> page) {
    List<Reference> references =
        page.stream().map(line -> line.owner().reference()).distinct().toList();
    return journal
        .of(transaction, references)
        .chain(booked ->
            post(
                transaction,
                place,
                booked.stream()
                    .map(BookedEntry::entry)
                    .filter(entry -> place.isOf(entry.name()))
                    .map(JournalEntry::reversed)
                    .toList()));
  }
}
