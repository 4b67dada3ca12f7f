package dev.holdfast.infrastructure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Closes, when the JVM ends, what is still open: what was opened last is closed first.
 *
 * <p>One shutdown hook for all, because the JVM runs its hooks side by side: a broker would go
 * before the services that still have something to say to it.
 */
public final class AtExit {
  private static final Deque<Closing> OPEN = new ArrayDeque<>();
  private static boolean began;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "close-at-exit"));
  }

  private AtExit() {}

  /** What to do at the end; it says itself what goes wrong. */
  @FunctionalInterface
  public interface Closing {
    /** Closes; harmless when called again. */
    void close();
  }

  /** Will close this when the JVM ends. */
  public static void close(Closing closing) {
    synchronized (OPEN) {
      OPEN.push(closing);
    }
  }

  /** Forgets what has been closed before the end. */
  public static void forget(Closing closing) {
    synchronized (OPEN) {
      OPEN.remove(closing);
    }
  }

  /**
   * Holds the calling thread if the JVM is on its way out, so that it does not report as a failure
   * what is being closed on purpose.
   */
  public static void holdIfEnding() {
    synchronized (OPEN) {
      if (!began) {
        return;
      }
    }
    boolean held = true;
    while (held) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        held = true; // whoever interrupts is ending as well
      }
    }
  }

  private static void closeAll() {
    for (var closing = next(); closing != null; closing = next()) {
      try {
        closing.close();
      } catch (RuntimeException e) {
        System.err.println("Not closed in an orderly way: " + e.getMessage());
      }
    }
  }

  private static @Nullable Closing next() {
    synchronized (OPEN) {
      began = true;
      return OPEN.poll();
    }
  }
}
