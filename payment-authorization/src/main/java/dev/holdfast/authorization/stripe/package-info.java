/** Stripe Terminal, driven from the server. */
@NullMarked
package dev.holdfast.authorization.stripe;

import org.jspecify.annotations.NullMarked;
