package dev.holdfast.benchmarks;

import dev.holdfast.contracts.Topic;
import dev.holdfast.launcher.events.ChargingPlatform;
import dev.holdfast.launcher.events.Publisher;
import java.net.URI;

/** Says what payment-authorization and the charging platform say of payments. */
final class Load implements AutoCloseable {
  private final Payments payments;
  private final Publisher authorization;
  private final ChargingPlatform platform;

  Load(Payments payments, String bootstrapServers, URI schemaRegistry) {
    this.payments = payments;
    this.authorization =
        new Publisher(bootstrapServers, schemaRegistry, "/holdfast/payment-authorization");
    this.platform = new ChargingPlatform(bootstrapServers, schemaRegistry);
  }

  /** Says that the money of so many payments is held; returns when the broker has it. */
  void hold(int first, int count) {
    for (int i = first; i < first + count; i++) {
      var held = payments.held(i);
      String id = held.getReference() + "/" + held.getVersion();
      var _ = authorization.send(Topic.AUTHORIZATIONS, held.getReference(), id, held);
    }
    authorization.flush();
  }

  /** Says that the sessions of so many payments are closed; returns when the broker has it. */
  void close(int first, int count) {
    for (int i = first; i < first + count; i++) {
      var _ = platform.send(payments.closed(i));
    }
    platform.flush();
  }

  /** For one who closes sessions at a pace of its own. */
  ChargingPlatform platform() {
    return platform;
  }

  @Override
  public void close() {
    platform.close();
    authorization.close();
  }
}
