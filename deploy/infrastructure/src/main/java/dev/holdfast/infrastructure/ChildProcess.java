package dev.holdfast.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A program that this JVM started and ends by its process id.
 *
 * <p>Its standard input stays open for as long as this JVM lives: a program that ends with it (see
 * {@link BoundToParent}) outlives nobody, not even a JVM that was killed. It ignores Ctrl-C, which
 * a terminal sends to every process at once: the order of closing is ours.
 */
public final class ChildProcess {
  private static final Duration ORDERLY_END = Duration.ofSeconds(30);
  private static final int LOG_LINES_SHOWN = 20;

  private final String name;
  private final Process process;
  private final Path log;
  private final Pause pause = new Pause();

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a program; what it prints is appended to the log.
   *
   * @throws UncheckedIOException if it cannot be started
   */
  public static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    var whole = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
    whole.addAll(command);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      var builder = new ProcessBuilder(whole).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      return new ChildProcess(name, builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name, e);
    }
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }

  /**
   * Waits until the program does what it was started for.
   *
   * @throws IllegalStateException if it ends before that or takes too long, with the end of its log
   */
  public void awaitReady(Duration atMost, BooleanSupplier ready) {
    boolean done =
        Patience.until(atMost, () -> !process.isAlive() || ready.getAsBoolean())
            && process.isAlive();
    if (!done) {
      AtExit.holdIfEnding();
      var what =
          process.isAlive()
              ? " was not ready after " + atMost.toSeconds() + " s"
              : " ended with exit code " + process.exitValue() + " before it was ready";
      throw new IllegalStateException(name + what + ". The end of " + log + ":\n" + endOfLog());
    }
  }

  /** Has it and its children stand still (SIGSTOP), until {@link #resume}, or until we end. */
  public void pause() {
    pause.begin(process.toHandle());
  }

  /** Lets it go on, if it stands still. */
  public void resume() {
    pause.end();
  }

  /** Asks it to end (SIGTERM) and waits. Answers whether it did; after 30 s it is killed. */
  public boolean terminate() {
    resume();
    // Not Process.destroy(): that closes the standard input as well, which is the sign to drop all.
    process.toHandle().destroy();
    return awaitEnd();
  }

  /** Closes its standard input and waits until it ends; kills it if it does not within 30 s. */
  void endInput() {
    resume();
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroyForcibly(); // a pipe that cannot be closed has nobody at its other end
    }
    awaitEnd();
  }

  /** Ends it at once (SIGKILL) and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
    resume();
  }

  private boolean awaitEnd() {
    try {
      boolean ended = process.waitFor(ORDERLY_END.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      return ended;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String endOfLog() {
    try {
      var lines = Files.readAllLines(log);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "(not readable: " + e.getMessage() + ")";
    }
  }
}
