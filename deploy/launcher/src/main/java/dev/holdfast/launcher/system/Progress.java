package dev.holdfast.launcher.system;

import java.io.PrintStream;
import java.util.Locale;

/** Tells on the console what is done and how long it took. */
public final class Progress {
  private final PrintStream console;

  /** Tells it to this stream. */
  public Progress(PrintStream console) {
    this.console = console;
  }

  /** Tells a line. */
  public synchronized void say(String line) {
    console.println(line);
    console.flush();
  }

  /** Does something and tells how long it took. */
  public void step(String what, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    done(what, begin);
  }

  /**
   * Tells that something is done.
   *
   * @param begin of {@link System#nanoTime()}
   */
  public void done(String what, long begin) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    say(String.format(Locale.ROOT, "  %s in %.1f s", what, seconds));
  }
}
