package dev.holdfast.samples.bad.terminal.kafka.consume;

import dev.holdfast.samples.bad.terminal.postgres.Ledger;

final class FillsTheTable {
  long size(Ledger ledger) {
    return ledger.size();
  }
}
