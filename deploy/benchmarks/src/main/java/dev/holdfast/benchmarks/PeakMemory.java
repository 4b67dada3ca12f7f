package dev.holdfast.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The most memory that a JVM has used since its start, as its collector and the kernel noted.
 *
 * @param log of the collector; the JVM is found by it
 */
record PeakMemory(Path log) {
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");
  private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /** What the JVM must be started with. */
  List<String> jvmOptions() {
    return List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + log);
  }

  /** In MB: the heap before a collection, what was left after one, and the process. */
  String told() {
    return "heap at most %d MB before a collection, %d MB after one; process at most %s"
        .formatted(most(1), most(2), resident());
  }

  private long most(int group) {
    return collections().mapToLong(found -> Long.parseLong(found.group(group))).max().orElse(0);
  }

  private Stream<MatchResult> collections() {
    return COLLECTION.matcher(read(log)).results();
  }

  /** Linux keeps it; elsewhere it is not known. */
  private String resident() {
    return ProcessHandle.current()
        .descendants()
        .filter(process ->
            process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.endsWith(log.toString())))
        .map(process -> Path.of("/proc", Long.toString(process.pid()), "status"))
        .filter(Files::isReadable)
        .flatMap(status -> RESIDENT.matcher(read(status)).results())
        .map(found -> Long.parseLong(found.group(1)) / 1024 + " MB")
        .findFirst()
        .orElse("(not known here)");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
