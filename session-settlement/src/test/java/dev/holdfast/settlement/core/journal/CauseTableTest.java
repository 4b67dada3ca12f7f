package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.refunded;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Given;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.testkit.DrawnPage;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/journal.md: each row is an entry that the rules have made. */
class CauseTableTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Hold HOLD_ONLY = captured("50.00", Method.HOLD, "50.00");

  private static List<CauseRow> rows() {
    return List.of(
        CauseRow.of(
            Cause.SESSION_BILLED,
            "a close of 23.40 with a tax of 1.00 is known, and the hold",
            "1",
            "revision",
            hears(CAPTURED),
            hears(close(1, "23.40"))),
        CauseRow.of(
            Cause.CAPTURED,
            "23.40 were taken",
            "2",
            "attempt",
            hears(CAPTURED),
            hears(close(1, "23.40"))),
        CauseRow.of(
            Cause.SHORTFALL,
            "nothing more is to be taken, and 50.00 of 60.00 were",
            "1/2",
            "revision, and the attempt that captured; 0 where none did",
            hears(HOLD_ONLY),
            hears(close(1, "60.00"))),
        CauseRow.of(
            Cause.REFUNDED,
            "3.40 were paid back",
            "3",
            "attempt",
            hears(refunded(CAPTURED, "3.40")),
            hears(close(1, "23.40"))),
        CauseRow.of(
            Cause.SHORTFALL,
            "they were paid back for revision 2, and revision 3 asks for more again",
            "3/2/refund 3",
            "revision, capture, and the attempt that paid back",
            hears(refunded(CAPTURED, "3.40")),
            hears(close(1, "23.40")),
            hears(close(2, "20.00")),
            hears(close(3, "23.40"))),
        CauseRow.of(
            Cause.CORRECTED,
            "revision 2 is known, or else nothing calls for the entry any more",
            "SESSION_BILLED/1",
            "cause and version of the entry that is taken back, line by line",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            hears(close(2, "20.00"))),
        CauseRow.of(
            Cause.WRITTEN_OFF,
            "a person has given up what is short",
            "1/2",
            "as the last SHORTFALL",
            hears(HOLD_ONLY),
            hears(close(1, "60.00")),
            writesOff()),
        CauseRow.of(
            Cause.WRITTEN_OFF,
            "a person has given up paying back what was taken too much",
            "2/2",
            "revision, capture, and the last attempt that paid back",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            hears(close(2, "20.00")),
            writesOff()),
        CauseRow.of(
            Cause.GOODWILL,
            "support gave 5.00 back, and they were paid back",
            "1/2/refund 3",
            "revision, capture, and the attempt that paid back",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            Given.gives("5.00"),
            hears(refunded(CAPTURED, "5.00"))),
        CauseRow.of(
            Cause.SUSPENDED,
            "23.40 were taken, and no close came in time; taken back once one comes",
            "2",
            "attempt",
            hears(CAPTURED),
            new Command.Overdue(Given.REFERENCE)));
  }

  private static Command writesOff() {
    var word = new Resolution.Word("Ann", "so be it", Given.NOON);
    return new Command.Resolved(Given.REFERENCE, Resolution.Choice.WRITE_OFF, null, word);
  }

  private static List<CauseRow> all() {
    return Stream.concat(rows().stream(), OtherCauses.rows().stream()).toList();
  }

  @Test
  void isTheTableOfTheJournal() {
    String head = "| cause | when | debit | credit | named by |\n|---|---|---|---|---|\n";
    String table = all().stream().map(CauseRow::drawn).collect(joining("\n"));
    new DrawnPage(Path.of("docs/journal.md")).shows("causes", head + table);
  }

  @Test
  void hasEveryCauseThatIsBooked() {
    var causes =
        EnumSet.complementOf(
            EnumSet.of(
                Cause.HOLD_PLACED, Cause.HOLD_RELEASED, Cause.HOLD_EXPIRED, Cause.HOLD_CAPTURED));
    assertThat(all().stream().map(CauseRow::cause).collect(toSet())).isEqualTo(causes);
  }
}
