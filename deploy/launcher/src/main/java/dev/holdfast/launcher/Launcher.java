package dev.holdfast.launcher;

import dev.holdfast.frontdoor.PortTaken;
import dev.holdfast.infrastructure.AtExit;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Starts everything for a command, runs it, and turns what goes wrong into an exit code. */
public final class Launcher {
  /** The exit code of what was carried out and found wanting. */
  public static final int FAILED = 1;

  private static final int WRONG_USAGE = 2;
  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final String usage;
  private final Progress progress = new Progress(System.out);
  private final Path root =
      Path.of(System.getProperty("holdfast.root", ".")).toAbsolutePath().normalize();

  /** Of a command that is used like this. */
  public Launcher(String usage) {
    this.usage = usage;
  }

  /** Where the command tells what it does. */
  public Progress progress() {
    return progress;
  }

  /** The project's folder. */
  public Path root() {
    return root;
  }

  /** What a command read of its words; says what is wrong with them, and exits. */
  public <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.println(usage);
      System.exit(WRONG_USAGE);
      throw wrong;
    }
  }

  /** Runs and exits; the JVM's end stops everything. */
  public void launch(String[] words, ToIntFunction<Session> command) {
    launch(List.of(words), LocalSystem::start, command);
  }

  /** As {@link #launch(String[], ToIntFunction)}, with as much of the system as is started. */
  public void launch(List<String> words, Start start, ToIntFunction<Session> command) {
    System.exit(run(words, start, command));
  }

  /** Starts a system, or a part of it. */
  public interface Start {
    /** Starts it; returns when it can be used. */
    LocalSystem with(Path root, OptionalInt port, Progress progress);
  }

  /** What a command works with. */
  public record Session(Arguments arguments, LocalSystem system) {}

  private int run(List<String> words, Start start, ToIntFunction<Session> command) {
    @Nullable Arguments arguments = null;
    try {
      arguments = Arguments.of(words);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.println(usage);
      return WRONG_USAGE;
    }
    try {
      LocalSystem system = start.with(root, arguments.port(), progress);
      return command.applyAsInt(new Session(arguments, system));
    } catch (PortTaken taken) {
      System.err.println(taken.getMessage());
      return WRONG_USAGE;
    } catch (RuntimeException failed) {
      AtExit.holdIfEnding();
      System.err.println(failed.getMessage());
      return FAILED;
    }
  }

  /** Stays until Ctrl-C, or until a process ends by itself: then returns 1. */
  public int stay(LocalSystem system) {
    progress.say("");
    progress.say("Running. Ctrl-C stops everything.");
    while (system.unexpectedEnd().isEmpty()) {
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return FAILED;
      }
    }
    AtExit.holdIfEnding();
    system.unexpectedEnd().ifPresent(System.err::println);
    return FAILED;
  }
}
