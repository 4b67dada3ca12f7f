package dev.holdfast.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL server from unpacked binaries. A shell stands between us and the server: it stops
 * the server when we end, even when we are killed.
 */
final class EmbeddedPostgres implements Component {
  private static final Duration GONE = Duration.ofSeconds(20);
  // What a commit promised must survive: these are the three that test set-ups like to switch off.
  private static final String DURABLE =
      "-c fsync=on -c full_page_writes=on -c synchronous_commit=on";

  private final Parts parts;
  private final Path folder;
  private final Path log;
  private final Database server;
  private final CurrentProcess keeper = new CurrentProcess();
  private final Pause pause = new Pause();

  EmbeddedPostgres(Parts parts, Path root, Database server) {
    this.parts = parts;
    this.folder = root.resolve("database");
    this.log = root.resolve("logs").resolve("database.log");
    this.server = server;
  }

  @Override
  public void start() {
    var binaries = PostgresBinaries.unpack(parts);
    var command = new ArrayList<>(binaries.prefix());
    command.addAll(List.of("sh", "-c", script()));
    keeper.start(
        () -> ChildProcess.start("PostgreSQL", command, environment(binaries), log),
        () -> DatabaseServer.answers(server));
  }

  @Override
  public void stop() {
    resume();
    keeper.use(ChildProcess::endInput);
  }

  /** Kills the server and each of its children; the shell first, so that it does not step in. */
  @Override
  public void kill() {
    keeper.use(ChildProcess::kill);
    serverProcess().ifPresent(EmbeddedPostgres::killWithChildren);
    Patience.until(GONE, () -> !Listening.at(server.host() + ":" + server.port()));
    forgetServerProcess();
    resume();
  }

  /** The server and each of its children; the shell that keeps it goes on. */
  @Override
  public void pause() {
    serverProcess().ifPresent(pause::begin);
  }

  @Override
  public void resume() {
    pause.end();
  }

  @Override
  public Wire wire() {
    return Wire.to(server.host(), server.port());
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public String log() {
    return log.toString();
  }

  private static void killWithChildren(ProcessHandle server) {
    var all = new ArrayList<>(List.of(server));
    server.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly); // the server first: it would mourn its children
    if (!Patience.until(GONE, () -> all.stream().noneMatch(EmbeddedPostgres::runs))) {
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
  private void forgetServerProcess() {
    try {
      Files.deleteIfExists(processFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path processFile() {
    return folder.resolve("postmaster.pid");
  }

  private Optional<ProcessHandle> serverProcess() {
    try {
      var lines = Files.readAllLines(processFile());
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException e) {
      return Optional.empty(); // no such file: it has ended already
    }
  }

  private Map<String, String> environment(PostgresBinaries binaries) {
    try {
      Files.createDirectories(folder.getParent());
      var passwordFile = folder.resolveSibling("database.password");
      Files.writeString(passwordFile, server.password());
      return Map.of(
          "BINARIES", binaries.folder().toString(),
          "FOLDER", folder.toString(),
          "SUPERUSER", server.user(),
          "PASSWORD_FILE", passwordFile.toString(),
          "OPTIONS", options());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + folder, e);
    }
  }

  private String options() {
    return "-p %d -c listen_addresses=%s -c unix_socket_directories= -c max_connections=300 -c timezone=UTC "
            .formatted(server.port(), server.host())
        + DURABLE;
  }

  private static String script() {
    try (var script = EmbeddedPostgres.class.getResourceAsStream("postgres.sh")) {
      if (script == null) {
        throw new IllegalStateException("postgres.sh is missing beside " + EmbeddedPostgres.class);
      }
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
