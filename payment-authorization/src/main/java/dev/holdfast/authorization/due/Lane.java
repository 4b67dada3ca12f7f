package dev.holdfast.authorization.due;

/** Bounds how much of one sort of work this instance has under way. */
final class Lane {
  private final int limit;
  private int taken;
  private boolean more;

  Lane(int limit) {
    this.limit = limit;
  }

  /** Takes all free places; with none free it is remembered that there was more to do. */
  synchronized int takeFree() {
    int free = limit - taken;
    more = more || free == 0;
    taken = limit;
    return free;
  }

  /**
   * Gives back the places that were not needed; true when somebody wanted one meanwhile. None left
   * over means that there may be more to do.
   */
  synchronized boolean keep(int needed, int free) {
    taken -= free - needed;
    var again = more && needed < free;
    more = needed == free;
    return again;
  }

  /** Takes a place for work that nobody looked for; it may be one more than the limit. */
  synchronized void enter() {
    taken++;
  }

  synchronized boolean isEmpty() {
    return taken == 0;
  }

  /** One piece of work has ended; true when there may be more to do. */
  synchronized boolean end() {
    taken--;
    var again = more;
    more = false;
    return again;
  }
}
