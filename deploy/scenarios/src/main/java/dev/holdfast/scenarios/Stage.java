package dev.holdfast.scenarios;

import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.events.ChargingPlatform;

/**
 * The doors that a scenario goes through.
 *
 * @param frontDoor the services' REST APIs
 * @param simulator the doors that control the gateway's simulator
 * @param platform the charging platform's side of Kafka
 * @param killPaymentAuthorization kills it at once, and returns when it is up again
 */
public record Stage(
    RestApi frontDoor,
    RestApi simulator,
    ChargingPlatform platform,
    Runnable killPaymentAuthorization) {}
