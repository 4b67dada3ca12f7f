/** Stripe Terminal, driven from the server. */
@NullMarked
package dev.holdfast.authorization.gateway.stripe;

import org.jspecify.annotations.NullMarked;
