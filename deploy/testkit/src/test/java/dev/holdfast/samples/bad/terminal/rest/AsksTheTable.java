package dev.holdfast.samples.bad.terminal.rest;

import dev.holdfast.samples.bad.terminal.postgres.Ledger;
import jakarta.ws.rs.Path;

@Path("/ledger")
final class AsksTheTable {
  long size(Ledger ledger) {
    return ledger.size();
  }
}
