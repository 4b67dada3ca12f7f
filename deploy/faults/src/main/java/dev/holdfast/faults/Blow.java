package dev.holdfast.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * One fault of a course.
 *
 * @param begins after the beginning of the course
 * @param lasts until it is mended; nothing for a restart, which takes the time that it takes
 */
record Blow(Cell cell, Duration begins, Duration lasts) {
  Duration ends() {
    return begins.plus(lasts);
  }

  @Override
  public String toString() {
    double seconds = lasts.toMillis() / 1e3;
    return switch (cell.kind()) {
      case KILLED -> String.format(Locale.ROOT, "%s, started again after %.1f s", cell, seconds);
      case RESTARTED -> cell.toString();
      case STOPPED, SILENT, CUT_OFF, SLOW ->
          String.format(Locale.ROOT, "%s for %.1f s", cell, seconds);
    };
  }
}
