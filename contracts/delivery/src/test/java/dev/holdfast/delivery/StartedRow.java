package dev.holdfast.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The aggregate of the service that these tests deliver to. */
@Entity
@Table(name = "started")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class StartedRow {
  @Id String reference;
  long version;

  @Column(name = "session_id")
  String sessionId;
}
