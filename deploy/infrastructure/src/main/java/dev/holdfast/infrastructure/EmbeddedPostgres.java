package dev.holdfast.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server from unpacked binaries. A shell stands between us and the server: it stops
 * the server when we end, even when we are killed.
 */
final class EmbeddedPostgres implements Component {
  // What a commit promised must survive: these are the three that test set-ups like to switch off.
  private static final String DURABLE =
      "-c fsync=on -c full_page_writes=on -c synchronous_commit=on";

  private final Parts parts;
  private final Path folder;
  private final Path log;
  private final Database server;
  private final PostgresProcess process;
  private final CurrentProcess keeper = new CurrentProcess();
  private final Pause pause = new Pause();

  EmbeddedPostgres(Parts parts, Path root, Database server) {
    this.parts = parts;
    this.folder = root.resolve("database");
    this.log = root.resolve("logs").resolve("database.log");
    this.server = server;
    this.process = new PostgresProcess(folder);
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
    process.kill();
    Patience.until(PostgresProcess.GONE, () -> !Listening.at(server.host() + ":" + server.port()));
    process.forget();
    resume();
  }

  /** The server and each of its children; the shell that keeps it goes on. */
  @Override
  public void pause() {
    process.find().ifPresent(pause::begin);
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
