package dev.holdfast.samples.good.terminal.postgres;

import dev.holdfast.samples.good.terminal.core.Tap;
import dev.holdfast.samples.good.terminal.core.Waiting;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class TapRow {
  @Id long id;

  Tap toState() {
    return new Waiting();
  }
}
