/** How what goes out is worded: each version, each entry, each act on the days. */
@NullMarked
package dev.holdfast.settlement.kafka.publish;

import org.jspecify.annotations.NullMarked;
