package dev.holdfast.authorization;

import dev.holdfast.authorization.postgres.RequestKey;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A request for a hold, well formed, but not yet checked against the terminal.
 *
 * @param amount empty to hold what the terminal is set to
 * @param key the caller's own name for the request, by which it may be repeated
 */
public record Asked(
    String terminalSerial, String evseId, Optional<Money> amount, Optional<RequestKey> key) {}
