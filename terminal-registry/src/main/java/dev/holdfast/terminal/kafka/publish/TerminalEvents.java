package dev.holdfast.terminal.kafka.publish;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.events.ReadinessReason;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalChange;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import java.util.List;

/** A terminal's new version, as terminals.v1 carries it. */
public final class TerminalEvents {
  private TerminalEvents() {}

  /** What is said of a change, in a deployment of that environment. */
  public static Event of(Changed changed, Environment environment) {
    var terminal = changed.after();
    return Event.ofVersion(
        Topic.TERMINALS,
        terminal.serial(),
        terminal.version(),
        terminal.changedAt(),
        value(terminal, changed.change(), environment));
  }

  private static TerminalChanged value(
      Terminal terminal, TerminalChange change, Environment environment) {
    var registration = terminal.dossier().registration();
    var own = registration.own();
    var binding = terminal.dossier().binding();
    var standing = terminal.standing();
    return TerminalChanged.newBuilder()
        .setSerial(terminal.serial())
        .setVersion(terminal.version())
        .setOccurredAt(terminal.changedAt())
        .setChange(toAvro(change))
        .setEnvironment(toAvro(environment))
        .setVendor(registration.vendor().name())
        .setVendorEnvironment(standing.seenIn() == null ? null : toAvro(standing.seenIn()))
        .setCpoId(binding == null ? null : binding.place().cpoId())
        .setChargerId(binding == null ? null : binding.place().chargerId())
        .setEvseIds(binding == null ? List.of() : binding.place().evseIds())
        .setCountry(registration.country())
        .setCurrency(registration.currency().getCode())
        .setReadiness(
            standing.readiness().isReady()
                ? dev.holdfast.events.Readiness.READY
                : dev.holdfast.events.Readiness.NOT_READY)
        .setReasons(standing.readiness().reasons().stream().map(TerminalEvents::toAvro).toList())
        .setHoldAmount(standing.hold() == null ? null : MoneyCodec.toAvro(standing.hold()))
        .setOverCommit(standing.overCommit())
        .setModel(registration.model())
        .setOwnHold(own.hold() == null ? null : MoneyCodec.toAvro(own.hold()))
        .setOwnOverCommit(own.overCommit())
        .setBoundSince(binding == null ? null : binding.since())
        .build();
  }

  private static dev.holdfast.events.TerminalChange toAvro(TerminalChange change) {
    return switch (change) {
      case REGISTERED -> dev.holdfast.events.TerminalChange.REGISTERED;
      case UPDATED -> dev.holdfast.events.TerminalChange.UPDATED;
      case BOUND -> dev.holdfast.events.TerminalChange.BOUND;
      case UNBOUND -> dev.holdfast.events.TerminalChange.UNBOUND;
      case READINESS_CHANGED -> dev.holdfast.events.TerminalChange.READINESS_CHANGED;
      case RETIRED -> dev.holdfast.events.TerminalChange.RETIRED;
    };
  }

  static dev.holdfast.events.Environment toAvro(Environment environment) {
    return switch (environment) {
      case ACCEPTANCE -> dev.holdfast.events.Environment.ACCEPTANCE;
      case PRODUCTION -> dev.holdfast.events.Environment.PRODUCTION;
    };
  }

  static dev.holdfast.events.VendorEnvironment toAvro(VendorEnvironment cloud) {
    return switch (cloud) {
      case TEST -> dev.holdfast.events.VendorEnvironment.TEST;
      case PRODUCTION -> dev.holdfast.events.VendorEnvironment.PRODUCTION;
    };
  }

  private static ReadinessReason toAvro(Reason reason) {
    return switch (reason) {
      case VENDOR_DOWN -> ReadinessReason.VENDOR_DOWN;
      case UNKNOWN_TO_VENDOR -> ReadinessReason.UNKNOWN_TO_VENDOR;
      case WRONG_VENDOR_ENVIRONMENT -> ReadinessReason.WRONG_VENDOR_ENVIRONMENT;
      case NOT_ACTIVATED -> ReadinessReason.NOT_ACTIVATED;
      case NOT_CONFIGURED -> ReadinessReason.NOT_CONFIGURED;
      case NOT_BOUND_TO_CHARGER -> ReadinessReason.NOT_BOUND_TO_CHARGER;
      case CPO_NOT_CONTRACTED -> ReadinessReason.CPO_NOT_CONTRACTED;
      case HOLD_ABOVE_LIMIT -> ReadinessReason.HOLD_ABOVE_LIMIT;
      case CURRENCY_MISMATCH -> ReadinessReason.CURRENCY_MISMATCH;
      case RETIRED -> ReadinessReason.RETIRED;
    };
  }
}
