package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Work;
import java.util.Set;

/** Bounds how much of one sort of work this instance has under way. */
final class Lane {
  private final Set<Work> work;
  private final int limit;
  private int taken;
  private boolean more;

  Lane(Set<Work> work, int limit) {
    this.work = work;
    this.limit = limit;
  }

  Set<Work> work() {
    return work;
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

  /** One piece of work has ended; true when there may be more to do. */
  synchronized boolean end() {
    taken--;
    var again = more;
    more = false;
    return again;
  }
}
