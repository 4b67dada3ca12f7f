package dev.holdfast.simulator.payter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The faults that are ordered and the latency that is set; neither outlives the process. */
final class Disturbance {
  private final List<Fault> faults = new ArrayList<>();
  private volatile Latency latency = Latency.NONE;

  synchronized void add(Fault fault) {
    faults.add(fault);
  }

  synchronized void clear() {
    faults.clear();
  }

  synchronized List<Fault> faults() {
    return List.copyOf(faults);
  }

  void set(Latency newLatency) {
    latency = newLatency;
  }

  Latency latency() {
    return latency;
  }

  /** Runs the work, or not, as the first fault that applies says. */
  Reply around(Route.Operation operation, String serial, Supplier<Answer> work) {
    pause(latency.draw(ThreadLocalRandom.current().nextGaussian()));
    Optional<Fault> fault = next(operation, serial);
    if (fault.isEmpty()) {
      return new Reply.Send(work.get());
    }
    return switch (fault.get().kind()) {
      case ANSWER_LATE -> {
        Answer answer = work.get();
        pause(Duration.ofMillis(fault.get().delayMillis()));
        yield new Reply.Send(answer);
      }
      case ACT_THEN_DROP -> {
        var _ = work.get();
        yield new Reply.Drop();
      }
      case ACT_LATE -> {
        Duration delay = Duration.ofMillis(fault.get().delayMillis());
        Thread.startVirtualThread(() -> {
          pause(delay);
          var _ = work.get();
        });
        yield new Reply.Drop();
      }
      case DROP -> new Reply.Drop();
      case SERVER_ERROR ->
          new Reply.Send(
              new Refused(500, "SERVER_ERROR", "The simulator was told to fail here.").answer());
      case REFUSE ->
          new Reply.Send(
              Refused.byBank("REFUSED", "The simulator was told to refuse here.").answer());
      case DUPLICATE -> throw misplaced(fault.get());
    };
  }

  /** How often a callback is sent, and how late. */
  record Delivery(int times, Duration delay) {}

  /** As the first fault that applies says; the latency is that of answers. */
  Delivery delivery(String serial) {
    Optional<Fault> fault = next(Route.Operation.CALLBACK, serial);
    if (fault.isEmpty()) {
      return new Delivery(1, Duration.ZERO);
    }
    return switch (fault.get().kind()) {
      case DROP -> new Delivery(0, Duration.ZERO);
      case ANSWER_LATE -> new Delivery(1, Duration.ofMillis(fault.get().delayMillis()));
      case DUPLICATE -> new Delivery(2, Duration.ZERO);
      case ACT_THEN_DROP, ACT_LATE, SERVER_ERROR, REFUSE -> throw misplaced(fault.get());
    };
  }

  private static IllegalStateException misplaced(Fault fault) {
    return new IllegalStateException("A fault was let in that makes no sense: " + fault);
  }

  private synchronized Optional<Fault> next(Route.Operation operation, String serial) {
    for (Iterator<Fault> each = faults.iterator(); each.hasNext(); ) {
      Fault fault = each.next();
      if (fault.hits(operation, serial, ThreadLocalRandom.current().nextDouble())) {
        each.remove();
        fault.used().ifPresent(faults::addFirst);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
