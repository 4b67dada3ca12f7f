package dev.holdfast.settlement.delivery;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Provisioning;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * An infrastructure of one test class's own: it is killed here, and its consumer group must have no
 * member that the test did not start.
 */
final class Ground implements AutoCloseable {
  private static final String DATABASE = "session_settlement";

  private final Infrastructure infrastructure;
  private final Database database;
  private final TopicProbe probe;

  private final Path folder;

  private Ground(Path folder) {
    this.folder = folder;
    this.infrastructure = Infrastructure.start(folder);
    this.database = infrastructure.database(DATABASE);
    this.probe = TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry());
  }

  static Ground start() {
    var ground = new Ground(folder());
    Provisioning.createTopics(ground.infrastructure.bootstrapServers());
    Provisioning.registerSchemas(ground.infrastructure.schemaRegistry());
    return ground;
  }

  private static Path folder() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "stack").toAbsolutePath());
      return Files.createTempDirectory(parent, "ground-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Infrastructure infrastructure() {
    return infrastructure;
  }

  /** What the database has said. */
  Path databaseLog() {
    return folder.resolve("logs").resolve("database.log");
  }

  TopicProbe probe() {
    return probe;
  }

  /** Starts one instance; its database connections carry the name. */
  ServiceProcess service(String name) {
    return service(name, Map.of());
  }

  /** Starts one instance with settings and Java options of its own. */
  ServiceProcess service(String name, Map<String, String> more, String... options) {
    var settings = new HashMap<String, String>(Stack.settings(infrastructure, DATABASE));
    settings.putAll(more);
    settings.put(
        "quarkus.datasource.reactive.url", database.reactiveUrl() + "?application_name=" + name);
    settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl() + "?ApplicationName=" + name);
    return ServiceProcess.start(Path.of(""), settings, options);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  @Override
  public void close() {
    probe.close();
    infrastructure.close();
  }
}
