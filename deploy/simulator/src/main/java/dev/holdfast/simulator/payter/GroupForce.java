package dev.holdfast.simulator.payter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/** Waits until what was written is on the disk; one force serves all who wait for it. */
final class GroupForce {
  private final Disk disk;
  private final AtomicLong written = new AtomicLong();
  private volatile long forced;

  /** Where a force is slow: it returns when all that was written before is safe. */
  interface Disk {
    void force() throws IOException;
  }

  GroupForce(Disk disk) {
    this.disk = disk;
  }

  void written() {
    written.incrementAndGet();
  }

  /** Returns when all that was written before the call is on the disk. */
  void force() {
    // Read before the wait: what others write meanwhile is theirs to wait for, else each one that
    // waits finds something new and forces again.
    long mine = written.get();
    if (forced < mine) {
      forceUpTo(mine);
    }
  }

  private synchronized void forceUpTo(long mine) {
    if (forced >= mine) {
      return;
    }
    long all = written.get();
    try {
      disk.force();
      forced = all;
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal cannot be forced to the disk", broken);
    }
  }
}
