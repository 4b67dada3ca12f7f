package dev.holdfast.faults;

import dev.holdfast.infrastructure.Part;
import dev.holdfast.launcher.system.Breakable;
import dev.holdfast.launcher.system.Breakables;
import dev.holdfast.launcher.system.Service;
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

  Breakable in(Breakables system) {
    return switch (this) {
      case TERMINAL_REGISTRY -> system.service(Service.TERMINAL_REGISTRY);
      case PAYMENT_AUTHORIZATION -> system.service(Service.PAYMENT_AUTHORIZATION);
      case SESSION_SETTLEMENT -> system.service(Service.SESSION_SETTLEMENT);
      case BROKER -> system.part(Part.BROKER);
      case DATABASE -> system.part(Part.DATABASE);
      case REGISTRY -> system.part(Part.SCHEMA_REGISTRY);
      case GATEWAY -> system.gateway();
    };
  }
}
