/**
 * Stripe Terminal as Stripe publishes it, as far as readers that are driven from a server are
 * concerned. It shares no code with the services that call it.
 */
@NullMarked
package dev.holdfast.simulator.stripe;

import org.jspecify.annotations.NullMarked;
