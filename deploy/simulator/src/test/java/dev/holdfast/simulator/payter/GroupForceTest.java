package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupForceTest {
  private static final int CALLERS = 20;

  @Test
  void nothingWrittenNeedsNoForce() {
    AtomicInteger forces = new AtomicInteger();
    GroupForce group = new GroupForce(forces::incrementAndGet);
    group.written();

    group.force();
    group.force();

    assertThat(forces).hasValue(1);
  }

  @Test
  void oneForceServesAllWhoWaitForItWhileOthersWrite() throws InterruptedException {
    BusyDisk disk = new BusyDisk();
    GroupForce group = new GroupForce(disk);
    disk.onForce = group::written;
    group.written();
    Thread first = Thread.ofPlatform().start(group::force);
    disk.entered.await();
    List<Thread> callers =
        Stream.generate(() -> Thread.ofPlatform().start(() -> writeAndForce(group)))
            .limit(CALLERS)
            .toList();
    for (Thread caller : callers) {
      while (caller.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
    }

    disk.goOn.countDown();
    first.join();
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(disk.forces).hasValue(2);
  }

  @Test
  void forceThatFailsServesNobody() {
    GroupForce group =
        new GroupForce(() -> {
          throw new IOException("full");
        });
    group.written();

    assertThatThrownBy(group::force).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(group::force).isInstanceOf(UncheckedIOException.class);
  }

  private static void writeAndForce(GroupForce group) {
    group.written();
    group.force();
  }

  /** The first force waits for a sign, and during each one something more is written. */
  private static final class BusyDisk implements GroupForce.Disk {
    private final AtomicInteger forces = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile Runnable onForce = () -> {};

    @Override
    public void force() throws IOException {
      forces.incrementAndGet();
      entered.countDown();
      onForce.run();
      try {
        goOn.await();
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
    }
  }
}
