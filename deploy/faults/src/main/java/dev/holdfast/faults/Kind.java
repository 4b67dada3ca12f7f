package dev.holdfast.faults;

import java.util.Locale;

/** How something is broken. */
enum Kind {
  /** Killed at once (SIGKILL), and started again at the end. */
  KILLED,
  /** Stands still (SIGSTOP): connections stay, nothing is answered. */
  STOPPED,
  /** Its network accepts everything and delivers nothing; what was held back comes at the end. */
  SILENT,
  /** Its connections are reset, and new ones at once. */
  CUT_OFF,
  /** Each portion of bytes comes late, either way. */
  SLOW,
  /** Ended in an orderly way and started again. */
  RESTARTED;

  /** Its name in the course of faults, in patterns and in the table. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
