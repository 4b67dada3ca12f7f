package dev.holdfast.infrastructure;

import java.io.IOException;
import java.time.Duration;

/** Whether and when the bytes of a {@link Wire} may go on; one for all its connections. */
final class Gate {
  private static final long LOOK_AGAIN_MILLIS = 100;

  private State state = State.PASSES;
  private Duration delay = Duration.ZERO;
  private long bytesLeft;

  /** How often connections that were made before were told apart from those made after. */
  private int generation;

  private int forgotten;
  private int late;
  private long lateUntilNanos;

  private enum State {
    PASSES,
    STALLS,
    SILENT,
    CUT
  }

  /** Lets through what comes, each portion after this delay. */
  void pass(Duration eachPortion) {
    become(State.PASSES, eachPortion, 0);
  }

  /** Lets nothing through. */
  void close() {
    become(State.SILENT, Duration.ZERO, 0);
  }

  /** Lets so many more bytes of the server's answers through, and then none. */
  void closeAfter(long answerBytes) {
    become(State.STALLS, Duration.ZERO, answerBytes);
  }

  /** Refuses whatever comes. */
  void cut() {
    become(State.CUT, Duration.ZERO, 0);
  }

  /** Lets through what comes on later connections, and nothing more on those of before. */
  synchronized void forget() {
    forgotten = ++generation;
    pass(Duration.ZERO);
  }

  /** Lets through what comes, but on connections of before only after a while. */
  synchronized void passOldOnesAfter(Duration more) {
    late = ++generation;
    lateUntilNanos = System.nanoTime() + more.toNanos();
    pass(Duration.ZERO);
  }

  /** By which a connection is known later to be one of before. */
  synchronized int generationNow() {
    return generation;
  }

  private synchronized void become(State next, Duration eachPortion, long answerBytes) {
    state = next;
    delay = eachPortion;
    bytesLeft = answerBytes;
    notifyAll();
  }

  /**
   * Waits until bytes may go on; answers how many of them may.
   *
   * @param born what {@link #generationNow} was when the connection was made
   * @throws IOException if it is cut
   */
  int awaitTurn(int born, boolean answers, int bytes) throws IOException {
    pause();
    synchronized (this) {
      waitWhileHeldBack(born, answers);
      if (state == State.CUT) {
        throw new IOException("cut");
      }
      if (state == State.STALLS && answers) {
        int now = (int) Math.min(bytes, bytesLeft);
        bytesLeft -= now;
        return now;
      }
      return bytes;
    }
  }

  private void pause() {
    Duration now;
    synchronized (this) {
      now = delay;
    }
    try {
      Thread.sleep(now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void waitWhileHeldBack(int born, boolean answers) throws IOException {
    try {
      while (isHeldBack(born, answers)) {
        wait(born < late ? LOOK_AGAIN_MILLIS : 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private boolean isHeldBack(int born, boolean answers) {
    return born < forgotten
        || state == State.SILENT
        || (state == State.STALLS && answers && bytesLeft == 0)
        || (born < late && state != State.CUT && System.nanoTime() - lateUntilNanos < 0);
  }
}
