package dev.holdfast.launcher.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what the libraries log out of the console: it goes to a file. */
public final class LauncherLog {
  // The log manager keeps loggers only as long as somebody holds them.
  private static final Logger ROOT = Logger.getLogger("");

  private LauncherLog() {}

  /** For a short command: only what went wrong is told. */
  public static void ofWarnings() {
    ROOT.setLevel(Level.WARNING);
  }

  /** For a command that says itself who does not answer. */
  public static void ofFailures() {
    ROOT.setLevel(Level.SEVERE);
  }

  static void to(Path file) {
    try {
      Handler handler = new FileHandler(file.toString(), true);
      handler.setFormatter(new SimpleFormatter());
      for (Handler console : ROOT.getHandlers()) {
        ROOT.removeHandler(console);
      }
      ROOT.addHandler(handler);
    } catch (IOException broken) {
      throw new UncheckedIOException("No log can be written at " + file, broken);
    }
  }
}
