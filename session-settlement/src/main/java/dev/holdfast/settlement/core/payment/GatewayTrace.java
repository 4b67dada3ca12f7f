package dev.holdfast.settlement.core.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway knows a movement of money: what its reports are read by.
 *
 * @param gateway whose cloud runs the terminal, for example PAYTER; null where that was not said
 * @param gatewayReference the gateway's own name for the movement
 * @param at when it was asked for
 */
public record GatewayTrace(@Nullable String gateway, String gatewayReference, Instant at) {}
