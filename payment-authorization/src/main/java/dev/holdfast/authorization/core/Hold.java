package dev.holdfast.authorization.core;

import java.time.Instant;
import org.joda.money.Money;

/**
 * Money reserved on a card.
 *
 * @param gatewayReference the gateway's name for the hold: what captures and releases refer to
 * @param expiresAt when it lapses at the card's bank
 */
public record Hold(Card card, Money authorized, String gatewayReference, Instant expiresAt) {}
