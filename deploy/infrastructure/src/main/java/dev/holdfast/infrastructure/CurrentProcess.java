package dev.holdfast.infrastructure;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The process that runs a part at this moment, if any does. Others may end it while it starts. */
final class CurrentProcess {
  // Two to seven seconds are usual; a busy machine takes its time.
  private static final Duration START = Duration.ofMinutes(2);

  private volatile @Nullable ChildProcess process;

  /** Starts one and waits until it is ready; one that runs is left as it is. */
  void start(Supplier<ChildProcess> program, BooleanSupplier ready) {
    var running = process;
    if (running != null && running.isAlive()) {
      return;
    }
    var started = program.get();
    process = started; // before it is ready: who closes must find it
    started.awaitReady(START, ready);
  }

  /** Does something to it, if there is one. */
  void use(Consumer<ChildProcess> how) {
    var running = process;
    if (running != null) {
      how.accept(running);
    }
  }
}
