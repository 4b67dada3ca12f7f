package dev.holdfast.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A record that the broker will not take as things are; it waits until a person sends it again. */
@Entity
@Table(name = "unsent")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Unsent {
  private static final String SET_ASIDE =
      """
      insert into unsent (topic, key, event_id, at_micros, traceparent, value, reason)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  @Id Long id;
  String topic;

  @Column(name = "event_id")
  String eventId;

  byte[] value;
  String reason;

  @Column(name = "set_aside_at")
  Instant setAsideAt;

  @Column(name = "sent_again_at")
  @Nullable Instant sentAgainAt;

  /** In the transaction that took the record out of the outbox. */
  static void setAside(Connection connection, Sender.Refused refused) throws SQLException {
    OutboxRecord record = refused.record();
    try (PreparedStatement insert = connection.prepareStatement(SET_ASIDE)) {
      insert.setString(1, record.topic());
      insert.setBytes(2, record.key());
      insert.setString(3, record.eventId());
      insert.setLong(4, ChronoUnit.MICROS.between(Instant.EPOCH, record.at()));
      insert.setString(5, record.traceparent());
      insert.setBytes(6, record.value());
      insert.setString(7, refused.reason());
      insert.executeUpdate();
    }
  }
}
