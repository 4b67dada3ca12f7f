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

  /** In the transaction that took the row out of the outbox. */
  static void setAside(Connection connection, Sender.Refused refused) throws SQLException {
    OutboxRow row = refused.row();
    try (PreparedStatement insert = connection.prepareStatement(SET_ASIDE)) {
      insert.setString(1, row.topic());
      insert.setBytes(2, row.key());
      insert.setString(3, row.eventId());
      insert.setLong(4, ChronoUnit.MICROS.between(Instant.EPOCH, row.at()));
      insert.setString(5, row.traceparent());
      insert.setBytes(6, row.value());
      insert.setString(7, refused.reason());
      insert.executeUpdate();
    }
  }
}
