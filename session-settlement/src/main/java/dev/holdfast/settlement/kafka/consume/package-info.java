/** What comes in: records, checked and turned into what the verbs take. */
@NullMarked
package dev.holdfast.settlement.kafka.consume;

import org.jspecify.annotations.NullMarked;
