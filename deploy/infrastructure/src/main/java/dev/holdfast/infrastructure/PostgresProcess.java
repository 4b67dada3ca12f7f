package dev.holdfast.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server's own process, below the shell that keeps it, by the id that it notes beside its
 * contents.
 */
record PostgresProcess(Path folder) {
  /** How long it may take to be gone once it was killed. */
  static final Duration GONE = Duration.ofSeconds(20);

  Optional<ProcessHandle> find() {
    try {
      var lines = Files.readAllLines(file());
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException e) {
      return Optional.empty(); // no such file: it has ended already
    }
  }

  /** Kills it and each of its children, if it runs. */
  void kill() {
    find().ifPresent(PostgresProcess::killWithChildren);
  }

  private static void killWithChildren(ProcessHandle server) {
    var all = new ArrayList<>(List.of(server));
    server.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly); // the server first: it would mourn its children
    if (!Patience.until(GONE, () -> all.stream().noneMatch(PostgresProcess::runs))) {
      throw new IllegalStateException("PostgreSQL was killed and still runs: " + all);
    }
  }

  /** A process that has ended, but of which its parent has not taken notice, has no command. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /**
   * Else the next server believes in the old one for as long as its id stands in process tables.
   */
  void forget() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return folder.resolve("postmaster.pid");
  }
}
