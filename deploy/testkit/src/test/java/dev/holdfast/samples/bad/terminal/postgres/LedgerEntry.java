package dev.holdfast.samples.bad.terminal.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class LedgerEntry {
  @Id long id;
}
