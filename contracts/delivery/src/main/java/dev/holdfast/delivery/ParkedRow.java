package dev.holdfast.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parked record as the operator reads it. */
@Entity
@Table(name = "parked")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ParkedRow {
  @Id Long id;
  String topic;

  @Column(name = "partition_number")
  int partition;

  @Column(name = "record_offset")
  long offset;

  String headers;

  @Column(name = "record_key")
  byte @Nullable [] key;

  @Column(name = "record_value")
  byte @Nullable [] value;

  String error;

  @Column(name = "waits_for_newer")
  boolean waitsForNewer;

  @Column(name = "parked_at")
  Instant parkedAt;

  @Column(name = "replayed_at")
  @Nullable Instant replayedAt;
}
