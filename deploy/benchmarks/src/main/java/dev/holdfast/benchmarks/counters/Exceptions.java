package dev.holdfast.benchmarks.counters;

import dev.holdfast.launcher.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts the throwables that the services make, caught or not, with a JFR recording that {@code
 * jcmd} starts in them: it counts, and records nothing else.
 *
 * @param services ids of their processes
 */
record Exceptions(List<Long> services, Path folder) {
  private static final String NAME = "holdfast-exceptions";
  private static final String EVENT = "jdk.ExceptionStatistics";
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  /** Of the services that run here; what is recorded goes through files in this folder. */
  static Exceptions ofServices(Path folder) {
    return new Exceptions(
        Arrays.stream(Service.values())
            .map(CpuTime::processOf)
            .flatMapToLong(OptionalLong::stream)
            .boxed()
            .toList(),
        folder);
  }

  void begin() {
    for (long service : services) {
      var _ =
          jcmd(
              service,
              "JFR.start",
              "name=" + NAME,
              "settings=none",
              "+" + EVENT + "#enabled=true",
              // Once when the recording begins, and once when it ends.
              "+" + EVENT + "#period=everyChunk");
    }
  }

  /** How many since the beginning; empty where a service could not be asked. */
  OptionalLong end() {
    long sum = 0;
    boolean all = !services.isEmpty();
    for (long service : services) {
      Path file = folder.resolve("exceptions-" + service + ".jfr");
      all &= jcmd(service, "JFR.stop", "name=" + NAME, "filename=" + file) && Files.exists(file);
      sum += all ? counted(file) : 0;
    }
    return all ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  private static long counted(Path file) {
    try {
      LongSummaryStatistics counts =
          RecordingFile.readAllEvents(file).stream()
              .filter(event -> event.getEventType().getName().equals(EVENT))
              .mapToLong(Exceptions::throwables)
              .summaryStatistics();
      Files.delete(file);
      return counts.getCount() == 0 ? 0 : counts.getMax() - counts.getMin();
    } catch (IOException broken) {
      throw new UncheckedIOException("A recording cannot be read", broken);
    }
  }

  private static long throwables(RecordedEvent event) {
    return event.getLong("throwables");
  }

  private static boolean jcmd(long process, String... words) {
    var command = new ArrayList<>(List.of(JCMD.toString(), Long.toString(process)));
    command.addAll(List.of(words));
    try {
      Process asked =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return asked.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
