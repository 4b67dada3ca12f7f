package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.Wire;
import java.nio.file.Path;
import java.util.List;

/** Something of a running system that can be broken and mended. */
public interface Breakable {
  /** Ends it at once (SIGKILL). */
  void kill();

  /** Ends it in an orderly way. */
  void stop();

  /**
   * Starts it again as it was, if it does not run.
   *
   * @throws IllegalStateException if it ends at once
   */
  void start();

  /** Has it stand still (SIGSTOP). */
  void pause();

  /** Lets it go on, if it stands still. */
  void resume();

  /** The ways by which it and the others meet; the same ones each time. */
  List<Wire> wires();

  /** Does its process run? One that stands still does. */
  boolean runs();

  /** Does it say that it can be used? */
  boolean isReady();

  /** Where it says what it does. */
  Path log();
}
