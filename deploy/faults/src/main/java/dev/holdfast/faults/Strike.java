package dev.holdfast.faults;

import dev.holdfast.launcher.system.Breakable;

/**
 * One fault on one target.
 *
 * @param ways what lies on the wires of all targets
 */
record Strike(Kind kind, Breakable target, Ways ways) {

  /** Breaks it; returns when it is broken. */
  void breakIt() {
    switch (kind) {
      case KILLED -> target.kill();
      case STOPPED -> target.pause();
      case SILENT, CUT_OFF, SLOW -> ways.disturb(target.wires(), kind);
      case RESTARTED -> target.stop();
    }
  }

  /**
   * Mends it.
   *
   * @throws RuntimeException if it cannot be started now, as what it needs may be broken itself
   */
  void mend() {
    switch (kind) {
      case KILLED, RESTARTED -> target.start();
      case STOPPED -> target.resume();
      case SILENT, CUT_OFF, SLOW -> ways.mend(target.wires(), kind);
    }
  }
}
