package dev.holdfast.benchmarks.counters;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.launcher.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What the database server counts itself. */
final class DatabaseCounts implements AutoCloseable {
  private static final String OURS =
      "('terminal_registry', 'payment_authorization', 'session_settlement')";
  private static final String DATABASES =
      """
      select datname, xact_commit, tup_inserted, tup_updated, tup_deleted
      from pg_stat_database where datname in %s order by datname desc\
      """
          .formatted(OURS);
  private static final String STATEMENTS =
      """
      select sum(calls) from pg_stat_statements s join pg_database d on d.oid = s.dbid
      where datname in %s\
      """
          .formatted(OURS);
  private static final String[] COUNTED = {
    Reading.COMMITS, Reading.INSERTED, Reading.UPDATED, Reading.DELETED
  };
  private static final String MAINTENANCE = "postgres";

  private final Connection connection;
  private final boolean statementsAreCounted;

  /** Has a database of its own, which is none of those that are counted. */
  DatabaseCounts(Database server) {
    try {
      connection = login(server).connect();
      statementsAreCounted = ask("select 1 from pg_extension where extname = 'pg_stat_statements'");
    } catch (SQLException refused) {
      throw new IllegalStateException("The database's counters cannot be read", refused);
    }
  }

  /**
   * Has the server count statements, for which it must be started anew; where it cannot be, they
   * are not counted.
   */
  static void countStatements(Infrastructure infrastructure) {
    Login login = login(infrastructure.database(MAINTENANCE));
    try {
      execute(login, "alter system set shared_preload_libraries = 'pg_stat_statements'");
      infrastructure.stop(Part.DATABASE);
      infrastructure.start(Part.DATABASE);
      execute(login, "create extension if not exists pg_stat_statements");
    } catch (SQLException | UnsupportedOperationException notOurs) {
      // A given server is as it is: the figures say that statements were not counted.
    }
  }

  /** The process that serves this connection. */
  long backend() throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  void addTo(Map<String, Long> counts) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String what : COUNTED) {
        counts.put(what, 0L);
      }
      try (var row = statement.executeQuery(DATABASES)) {
        while (row.next()) {
          for (int i = 0; i < COUNTED.length; i++) {
            String service = row.getString(1).replace('_', '-');
            counts.merge(COUNTED[i], row.getLong(i + 2), Long::sum);
            counts.put(Reading.of(COUNTED[i], service), row.getLong(i + 2));
          }
        }
      }
      try (var row = statement.executeQuery("select wal_bytes, wal_records from pg_stat_wal")) {
        row.next();
        counts.put(Reading.WAL_BYTES, row.getLong(1));
        counts.put(Reading.WAL_RECORDS, row.getLong(2));
      }
      if (statementsAreCounted) {
        try (var row = statement.executeQuery(STATEMENTS)) {
          row.next();
          counts.put(Reading.STATEMENTS, row.getLong(1));
        }
      }
    }
  }

  private boolean ask(String question) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      return row.next();
    }
  }

  private static void execute(Login login, String what) throws SQLException {
    try (var own = login.connect();
        var statement = own.createStatement()) {
      statement.execute(what);
    }
  }

  private static Login login(Database server) {
    return Login.of(
        new Database(server.host(), server.port(), MAINTENANCE, server.user(), server.password()));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // The server ends with the run.
    }
  }
}
