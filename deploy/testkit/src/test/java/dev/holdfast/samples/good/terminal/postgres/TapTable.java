package dev.holdfast.samples.good.terminal.postgres;

import dev.holdfast.samples.good.terminal.core.Tap;
import dev.holdfast.samples.good.terminal.core.Waiting;
import jakarta.enterprise.context.ApplicationScoped;

/** Locks and writes. */
@ApplicationScoped
public class TapTable {
  /** The first. */
  public Tap first() {
    return new TapRow().toState();
  }

  static Tap[] none() {
    return new Waiting[0];
  }
}
