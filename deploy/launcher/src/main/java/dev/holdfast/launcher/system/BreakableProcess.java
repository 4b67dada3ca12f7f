package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.Wire;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** A service or the simulator. */
record BreakableProcess(JavaProcess process, Supplier<List<Wire>> ways) implements Breakable {
  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void stop() {
    process.terminate();
  }

  @Override
  public void start() {
    if (process.hasEnded()) {
      process.restart();
    }
  }

  @Override
  public void pause() {
    process.pause();
  }

  @Override
  public void resume() {
    process.resume();
  }

  @Override
  public List<Wire> wires() {
    return ways.get();
  }

  @Override
  public boolean runs() {
    return !process.hasEnded();
  }

  @Override
  public boolean isReady() {
    return process.isReady();
  }

  @Override
  public Path log() {
    return process.log();
  }
}
