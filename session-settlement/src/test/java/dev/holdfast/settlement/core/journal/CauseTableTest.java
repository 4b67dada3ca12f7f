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
import dev.holdfast.settlement.core.Run;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table in docs/journal.md: each row is an entry that the rules have made. */
class CauseTableTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Hold HOLD_ONLY = captured("50.00", Method.HOLD, "50.00");

  /**
   * An entry, in words and as the facts that call for it.
   *
   * @param version its own, an example of its name
   */
  record Row(Cause cause, String when, String version, String namedBy, List<Command> facts) {
    Row(Cause cause, String when, String version, String namedBy, Command... facts) {
      this(cause, when, version, namedBy, List.of(facts));
    }

    String drawn() {
      JournalEntry entry =
          Run.of(facts.toArray(Command[]::new)).journal().stream()
              .filter(each -> each.name().text().equals(cause + " " + version))
              .findFirst()
              .orElseThrow(() -> new AssertionError("nothing is booked as " + this));
      return "| %s | %s | %s | %s | `%s`: %s |"
          .formatted(
              cause, when, lines(entry, Side.DEBIT), lines(entry, Side.CREDIT), version, namedBy);
    }

    private static String lines(JournalEntry entry, Side side) {
      return entry.lines().stream()
          .filter(line -> line.side() == side)
          .map(line -> line.account() + " " + line.amount().getAmount())
          .collect(joining(", "));
    }
  }

  private static List<Row> rows() {
    return List.of(
        new Row(
            Cause.SESSION_BILLED,
            "a close of 23.40 with a tax of 1.00 is known, and the hold",
            "1",
            "revision",
            hears(CAPTURED),
            hears(close(1, "23.40"))),
        new Row(
            Cause.CAPTURED,
            "23.40 were taken",
            "2",
            "attempt",
            hears(CAPTURED),
            hears(close(1, "23.40"))),
        new Row(
            Cause.SHORTFALL,
            "nothing more is to be taken, and 50.00 of 60.00 were",
            "1/2",
            "revision, and the attempt that captured; 0 where none did",
            hears(HOLD_ONLY),
            hears(close(1, "60.00"))),
        new Row(
            Cause.REFUNDED,
            "3.40 were paid back",
            "3",
            "attempt",
            hears(refunded(CAPTURED, "3.40")),
            hears(close(1, "23.40"))),
        new Row(
            Cause.SHORTFALL,
            "they were paid back for revision 2, and revision 3 asks for more again",
            "3/2/refund 3",
            "revision, capture, and the attempt that paid back",
            hears(refunded(CAPTURED, "3.40")),
            hears(close(1, "23.40")),
            hears(close(2, "20.00")),
            hears(close(3, "23.40"))),
        new Row(
            Cause.CORRECTED,
            "revision 2 is known, or else nothing calls for the entry any more",
            "SESSION_BILLED/1",
            "cause and version of the entry that is taken back, line by line",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            hears(close(2, "20.00"))),
        new Row(
            Cause.WRITTEN_OFF,
            "a person has given up what is short",
            "1/2",
            "as the last SHORTFALL",
            hears(HOLD_ONLY),
            hears(close(1, "60.00")),
            writesOff()),
        new Row(
            Cause.WRITTEN_OFF,
            "a person has given up paying back what was taken too much",
            "2/2",
            "revision, capture, and the last attempt that paid back",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            hears(close(2, "20.00")),
            writesOff()));
  }

  private static Command writesOff() {
    var word = new Resolution.Word("Ann", "so be it", Given.NOON);
    return new Command.Resolved(Given.REFERENCE, Resolution.Choice.WRITE_OFF, null, word);
  }

  @Test
  void isTheTableOfTheJournal() throws IOException {
    String table = rows().stream().map(Row::drawn).collect(joining("\n"));
    assertThat(Files.readString(Path.of("docs/journal.md"))).contains(table);
  }

  /** Reports have a table of their own. */
  @Test
  void hasEveryCauseThatASettlementCallsFor() {
    var causes =
        Arrays.stream(Cause.values())
            .filter(cause -> !new JournalEntry.Name(Given.REFERENCE, cause, "1/1").isOfReport())
            .collect(toSet());
    causes.removeAll(
        EnumSet.of(
            Cause.HOLD_PLACED,
            Cause.HOLD_RELEASED,
            Cause.HOLD_EXPIRED,
            Cause.HOLD_CAPTURED,
            // A person calls for it.
            Cause.MANUAL));
    assertThat(rows().stream().map(Row::cause).collect(toSet())).isEqualTo(causes);
  }
}
