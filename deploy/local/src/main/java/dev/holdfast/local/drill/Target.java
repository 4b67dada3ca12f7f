package dev.holdfast.local.drill;

import dev.holdfast.infrastructure.Part;
import dev.holdfast.local.system.Breakable;
import dev.holdfast.local.system.LocalSystem;
import dev.holdfast.local.system.Service;
import java.util.Locale;

/** What is broken. */
enum Target {
  TERMINAL_REGISTRY,
  PAYMENT_AUTHORIZATION,
  SESSION_SETTLEMENT,
  BROKER,
  DATABASE,
  /** The schema registry. */
  REGISTRY,
  GATEWAY;

  /** Its name in the course of faults, in patterns and in the table. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Breakable in(LocalSystem system) {
    return switch (this) {
      case TERMINAL_REGISTRY -> system.breakable(Service.TERMINAL_REGISTRY);
      case PAYMENT_AUTHORIZATION -> system.breakable(Service.PAYMENT_AUTHORIZATION);
      case SESSION_SETTLEMENT -> system.breakable(Service.SESSION_SETTLEMENT);
      case BROKER -> system.breakable(Part.BROKER);
      case DATABASE -> system.breakable(Part.DATABASE);
      case REGISTRY -> system.breakable(Part.SCHEMA_REGISTRY);
      case GATEWAY -> system.breakableGateway();
    };
  }
}
