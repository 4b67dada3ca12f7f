package dev.holdfast.delivery;

import dev.holdfast.text.CardNumbers;
import dev.holdfast.text.Characters;
import java.util.Optional;

/** Why a record cannot be handled, as a person reads it; the technical cause goes to the log. */
final class Reason {
  private Reason() {}

  /** A sentence, without a card number and without a character that cannot be kept. */
  static String of(RawRecord record, Throwable failure) {
    return Characters.printable(CardNumbers.masked(sentence(record, failure)));
  }

  private static String sentence(RawRecord record, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause instanceof WrittenByNewer && message != null) {
        return message + ". The record waits for the newer version and is replayed by itself";
      }
      if (message != null && (cause instanceof Unacceptable || isOurWord(cause))) {
        return message;
      }
      Optional<String> sqlState = Fault.sqlState(cause);
      if (sqlState.isPresent()) {
        return refusedByDatabase(sqlState.get()) + theLog(record);
      }
    }
    return "The service failed at this record, and the fault may be its own." + theLog(record);
  }

  /** What our own rules say of a wrong value is a sentence; what a library says may be anything. */
  private static boolean isOurWord(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass() == IllegalArgumentException.class
        && trace.length > 0
        && trace[0].getClassName().startsWith("dev.holdfast.");
  }

  private static String theLog(RawRecord record) {
    return " The log tells the cause where it names " + record.place() + "; mend it, then replay";
  }

  private static String refusedByDatabase(String state) {
    return switch (state) {
      case "22001" -> "One of its texts is longer than the service can keep.";
      case "22003" -> "One of its numbers is larger than the service can keep.";
      case "22007", "22008" -> "One of its times is outside of what the service can keep.";
      case "22021", "22P05" -> "One of its texts holds a character that the service cannot keep.";
      default -> refusedByRule(state.substring(0, 2));
    };
  }

  private static String refusedByRule(String family) {
    return switch (family) {
      case "22" -> "One of its values is none that the service can keep.";
      case "23" -> "It contradicts a rule that the service's data must keep.";
      case "54" -> "It is larger than the service can keep in one place.";
      default -> "The database refused it.";
    };
  }
}
