/** Which terminals exist, and may this one take a card right now? The verbs of the service. */
@NullMarked
package dev.holdfast.terminal;

import org.jspecify.annotations.NullMarked;
