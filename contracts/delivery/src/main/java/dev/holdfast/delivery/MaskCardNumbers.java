package dev.holdfast.delivery;

import dev.holdfast.text.CardNumbers;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** No card number is logged: neither in a line, nor in a parameter of it, nor in an exception. */
@LoggingFilter(name = "card-numbers")
public final class MaskCardNumbers implements Filter {
  private static final Formatter MESSAGE = new PatternFormatter("%s");

  /** Stands for a failure whose text holds a card number: where it came from is kept. */
  private static final class Masked extends Throwable {
    private static final long serialVersionUID = 1L;

    Masked(Throwable failure) {
      super(CardNumbers.masked(failure.toString()), masked(failure.getCause()));
      setStackTrace(failure.getStackTrace());
      for (Throwable suppressed : failure.getSuppressed()) {
        addSuppressed(new Masked(suppressed));
      }
    }

    private static @Nullable Throwable masked(@Nullable Throwable cause) {
      return cause == null ? null : new Masked(cause);
    }

    /** Reads as the failure that it stands for. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message begins with that one's class
    public String toString() {
      return String.valueOf(getMessage());
    }
  }

  @Override
  public boolean isLoggable(LogRecord line) {
    String text = MESSAGE.formatMessage(line);
    if (text != null && CardNumbers.anyIn(text)) {
      replace(line, CardNumbers.masked(text));
    }
    Throwable thrown = line.getThrown();
    if (thrown != null && isTold(thrown)) {
      line.setThrown(new Masked(thrown));
    }
    return true;
  }

  private static void replace(LogRecord line, String masked) {
    if (line instanceof ExtLogRecord extended) {
      extended.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
    } else {
      line.setMessage(masked);
    }
    line.setParameters(null);
  }

  private static boolean isTold(Throwable thrown) {
    if (CardNumbers.anyIn(thrown.toString())) {
      return true;
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (isTold(suppressed)) {
        return true;
      }
    }
    Throwable cause = thrown.getCause();
    return cause != null && isTold(cause);
  }
}
