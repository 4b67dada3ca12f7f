package dev.holdfast.samples.bad.terminal.postgres;

import jakarta.enterprise.context.ApplicationScoped;

/** Neither a table nor pages. */
@ApplicationScoped
public class Ledger {
  /** How long it is. */
  public long size() {
    return 0;
  }
}
