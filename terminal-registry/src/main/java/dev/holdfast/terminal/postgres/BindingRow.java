package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.BindingPeriod;
import dev.holdfast.terminal.core.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a terminal is or was, from the version of it that said so. */
@Entity
@Table(name = "binding")
@IdClass(BindingRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class BindingRow {
  record Key(String serial, long version) {}

  @Id String serial;
  @Id long version;

  @Column(name = "charger_id")
  String chargerId;

  @Column(name = "evse_ids")
  String[] evseIds;

  @Column(name = "cpo_id")
  String cpoId;

  @Column(name = "valid_from")
  Instant validFrom;

  @Column(name = "valid_to")
  @Nullable Instant validTo;

  /** For Hibernate. */
  BindingRow() {}

  BindingRow(String serial, long version, Binding binding) {
    this.serial = serial;
    this.version = version;
    chargerId = binding.place().chargerId();
    evseIds = binding.place().evseIds().toArray(String[]::new);
    cpoId = binding.place().cpoId();
    validFrom = binding.since();
  }

  BindingPeriod toPeriod() {
    var place = new Place(chargerId, List.of(evseIds), cpoId);
    return new BindingPeriod(version, place, validFrom, validTo);
  }
}
