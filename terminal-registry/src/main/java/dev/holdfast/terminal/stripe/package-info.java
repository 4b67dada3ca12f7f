/** Asks Stripe for the readers of this platform's account, in both of its modes. */
@NullMarked
package dev.holdfast.terminal.stripe;

import org.jspecify.annotations.NullMarked;
