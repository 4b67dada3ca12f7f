package dev.holdfast.samples.bad.terminal.core;

import dev.holdfast.samples.bad.terminal.postgres.Ledger;

final class KnowsTheTable {
  long size(Ledger ledger) {
    return ledger.size();
  }
}
