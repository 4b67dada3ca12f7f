package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import java.nio.file.Path;
import java.util.List;

/**
 * The broker, the database server or the schema registry.
 *
 * @param wires the services' ways to it
 */
record BreakablePart(Part part, Infrastructure infrastructure, List<Wire> wires, Path log)
    implements Breakable {
  @Override
  public void kill() {
    infrastructure.kill(part);
  }

  @Override
  public void stop() {
    infrastructure.stop(part);
  }

  @Override
  public void start() {
    infrastructure.start(part);
  }

  @Override
  public void pause() {
    infrastructure.pause(part);
  }

  @Override
  public void resume() {
    infrastructure.resume(part);
  }

  /** A part ends only where it was ended, and {@link #start} returns when it answers. */
  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public boolean isReady() {
    return true;
  }
}
