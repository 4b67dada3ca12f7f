package dev.holdfast.scenarios;

import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.events.ChargingPlatform;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;

/**
 * The doors that a scenario goes through.
 *
 * @param frontDoor the services' REST APIs
 * @param simulator the doors that control Payter's simulator
 * @param stripe those that control Stripe's
 * @param platform the charging platform's side of Kafka
 * @param killPaymentAuthorization kills it at once, and returns when it is up again
 */
public record Stage(
    RestApi frontDoor,
    RestApi simulator,
    RestApi stripe,
    ChargingPlatform platform,
    Runnable killPaymentAuthorization)
    implements AutoCloseable {

  /** The doors of a system that runs, and of which a service can be killed. */
  public static Stage of(LocalSystem system) {
    LocalSystem.Addresses at = system.addresses();
    return new Stage(
        new RestApi(at.frontDoor()),
        new RestApi(at.simulator()),
        new RestApi(at.stripe()),
        new ChargingPlatform(at.kafka(), at.schemaRegistry()),
        () -> system.killAndRestart(Service.PAYMENT_AUTHORIZATION));
  }

  @Override
  public void close() {
    platform.close();
    simulator.close();
    stripe.close();
    frontDoor.close();
  }
}
