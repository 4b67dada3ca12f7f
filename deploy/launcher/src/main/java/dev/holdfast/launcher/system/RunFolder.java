package dev.holdfast.launcher.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one run under {@code .holdfast}: contents, settings and logs. */
public final class RunFolder implements AutoCloseable {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
  private static final String LOCK = "in-use";

  private final Path path;
  private final FileChannel lock;

  private RunFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes a fresh folder and removes those of runs that have ended. */
  public static RunFolder in(Path all) {
    try {
      Files.createDirectories(all);
      removeEndedRuns(all);
      Path path =
          Files.createDirectories(
              all.resolve("run-" + NAME.format(LocalDateTime.now(ZoneId.systemDefault()))));
      Files.createDirectories(path.resolve("logs"));
      FileChannel lock =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock.lock();
      return new RunFolder(path, lock);
    } catch (IOException broken) {
      throw new UncheckedIOException("No folder for this run can be made in " + all, broken);
    }
  }

  Path path() {
    return path;
  }

  /** Where the log of each process goes. */
  public Path logs() {
    return path.resolve("logs");
  }

  Path log(String process) {
    return logs().resolve(process + ".log");
  }

  private static void removeEndedRuns(Path all) throws IOException {
    try (Stream<Path> entries = Files.list(all)) {
      for (Path run : entries.filter(entry -> named(entry).startsWith("run-")).toList()) {
        if (!isInUse(run)) {
          remove(run);
        }
      }
    }
  }

  private static String named(Path entry) {
    return entry.getFileName().toString();
  }

  private static boolean isInUse(Path run) throws IOException {
    if (!Files.exists(run.resolve(LOCK))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(run.resolve(LOCK), StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> entries = Files.walk(folder)) {
      deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : deepestFirst) {
      Files.deleteIfExists(entry);
    }
  }

  /** Lets a later run remove the folder; its contents stay until then. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
