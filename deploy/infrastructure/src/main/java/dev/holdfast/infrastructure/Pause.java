package dev.holdfast.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Processes that stand still in the middle of whatever they do (SIGSTOP), until the pause ends or
 * this JVM does, however it does: a process that stands still cannot see that nobody needs it.
 */
final class Pause {
  private static final String SCRIPT =
      "trap '' INT HUP; cat >/dev/null; for each; do kill -CONT \"$each\" 2>/dev/null; done";

  private @Nullable Process guard;

  /** Stops a process and then its children, so that it makes no more of them meanwhile. */
  synchronized void begin(ProcessHandle parent) {
    if (guard != null) {
      return;
    }
    stop(Stream.of(parent));
    List<ProcessHandle> children = parent.descendants().toList();
    guard =
        start(
            Stream.concat(
                Stream.of("sh", "-c", SCRIPT, "pause"),
                Stream.concat(children.stream(), Stream.of(parent)).map(Pause::id)));
    stop(children.stream());
  }

  /** Lets them go on, if they stand still. */
  synchronized void end() {
    var standing = guard;
    guard = null;
    if (standing == null) {
      return;
    }
    try {
      standing.getOutputStream().close();
      var _ = standing.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Stream<ProcessHandle> processes) {
    var ids = processes.map(Pause::id).toList();
    if (ids.isEmpty()) {
      return;
    }
    try {
      // One of them may have ended by itself meanwhile: that is no failure.
      var _ = start(Stream.concat(Stream.of("kill", "-STOP"), ids.stream())).waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String id(ProcessHandle process) {
    return Long.toString(process.pid());
  }

  private static Process start(Stream<String> command) {
    try {
      return new ProcessBuilder(new ArrayList<>(command.toList()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot stop a process", e);
    }
  }
}
