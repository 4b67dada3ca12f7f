package dev.holdfast.samples.bad.core;

import java.util.UUID;

final class DrawsLots {
  UUID decide() {
    return UUID.randomUUID();
  }
}
