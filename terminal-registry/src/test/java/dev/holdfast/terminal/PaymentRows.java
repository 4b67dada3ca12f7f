package dev.holdfast.terminal;

import dev.holdfast.terminal.core.payment.PaymentCount;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import dev.holdfast.terminal.postgres.PaymentPages;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in the tables of payments, as the service reads it and as a person would count it. */
@Singleton
class PaymentRows {
  /** All that is counted: what is older is on its way out. */
  private static final String KEPT = "date_trunc('hour', now() - interval '30 days')";

  private final PaymentPages histories;
  private final AgroalDataSource database;

  PaymentRows(PaymentPages histories, AgroalDataSource database) {
    this.histories = histories;
    this.database = database;
  }

  PaymentHistory history(String serial) {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () -> Panache.withSession(() -> histories.of(serial, Instant.now())));
    } catch (Throwable failure) {
      throw new IllegalStateException("no history of " + serial, failure);
    }
  }

  /** How many payments of a terminal there are. */
  long of(String serial) throws SQLException {
    return number("select count(*) from payment where serial = '%s'".formatted(serial));
  }

  /** The fleet's count by the hour, as it is kept. */
  SortedMap<Instant, PaymentCount> counted() throws SQLException {
    return counts(
        "select hour, finished, troubled from payment_hour where finished > 0 and hour >= " + KEPT);
  }

  /** The same, counted anew. */
  SortedMap<Instant, PaymentCount> recounted() throws SQLException {
    return counts(
        """
        select date_trunc('hour', asked_at) as hour, count(*), count(*) filter (where troubled)
        from payment where finished and asked_at >= %s group by hour
        """
            .formatted(KEPT));
  }

  /** The fleet's count of so many days before that, counted anew. */
  PaymentCount recountedSince(Instant end, int days) throws SQLException {
    var from = end.minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.HOURS);
    return recounted().tailMap(from).values().stream()
        .reduce(PaymentCount.NONE, PaymentCount::plus);
  }

  long number(String query) throws SQLException {
    try (var connection = database.getConnection();
        var found = connection.createStatement().executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  String text(String query) throws SQLException {
    try (var connection = database.getConnection();
        var found = connection.createStatement().executeQuery(query)) {
      found.next();
      return found.getString(1);
    }
  }

  void change(String statement) throws SQLException {
    try (var connection = database.getConnection();
        var change = connection.createStatement()) {
      change.executeUpdate(statement);
    }
  }

  /** What is published meanwhile is heard together. */
  void whileNoneIsWritten(Runnable published) throws SQLException {
    whileOpen("lock table payment in exclusive mode", published);
  }

  /** Does something while another transaction has done that, and has not ended. */
  void whileOpen(String statement, Runnable done) throws SQLException {
    try (var connection = database.getConnection();
        var lock = connection.createStatement()) {
      connection.setAutoCommit(false);
      lock.execute(statement);
      done.run();
      connection.rollback();
    }
  }

  private SortedMap<Instant, PaymentCount> counts(String query) throws SQLException {
    var counts = new TreeMap<Instant, PaymentCount>();
    try (var connection = database.getConnection();
        var found = connection.createStatement().executeQuery(query)) {
      while (found.next()) {
        counts.put(
            found.getTimestamp(1).toInstant(),
            new PaymentCount(found.getLong(2), found.getLong(3)));
      }
    }
    return counts;
  }
}
