/** How many settlements a second, and how long each takes. */
@NullMarked
package dev.holdfast.local.throughput;

import org.jspecify.annotations.NullMarked;
