package dev.holdfast.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A record of the outbox as the relay takes it: with all others of its row. */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
record OutboxRecord(
    long seq,
    String topic,
    byte[] key,
    String eventId,
    Instant at,
    String traceparent,
    byte[] value) {

  /** Autovacuum comes once a minute at most: too late where thousands are sent a second. */
  static final String REMOVE_DEAD = "vacuum (skip_locked, truncate off) outbox";

  /** One relay at a time a database; the lock goes with the transaction. */
  private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('holdfast-relay'))";

  /** What is taken at once is held in memory. */
  private static final int MOST_BYTES = 16 << 20;

  /** Never "later than the last one sent": that skips rows which commit late. */
  private static final String TAKE =
      """
      with taken as (
        delete from outbox where seq = any(array(
          select seq from (
            select seq, sum(bytes) over (order by seq) - bytes as before
            from (
              select seq, pg_column_size(record_values) as bytes
              from outbox order by seq limit ?) as oldest) as measured
          where before < ?))
        returning *)
      select seq, topic, key, event_id, at_micros, traceparent, value
      from taken
      cross join lateral
        unnest(topics, record_keys, event_ids, times_micros, traceparents, record_values)
        with ordinality as record(topic, key, event_id, at_micros, traceparent, value, position)
      order by seq, position
      """;

  /** Takes the oldest rows out, their records in order; none while another relay is at it. */
  static List<OutboxRecord> take(Connection connection, int rows) throws SQLException {
    if (!lock(connection)) {
      return List.of();
    }
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setInt(1, rows);
      take.setInt(2, MOST_BYTES);
      List<OutboxRecord> records = new ArrayList<>();
      try (ResultSet result = take.executeQuery()) {
        while (result.next()) {
          records.add(of(result));
        }
      }
      return records;
    }
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK);
        ResultSet result = lock.executeQuery()) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static OutboxRecord of(ResultSet row) throws SQLException {
    return new OutboxRecord(
        row.getLong("seq"),
        row.getString("topic"),
        row.getBytes("key"),
        row.getString("event_id"),
        Instant.EPOCH.plus(row.getLong("at_micros"), ChronoUnit.MICROS),
        row.getString("traceparent"),
        row.getBytes("value"));
  }
}
