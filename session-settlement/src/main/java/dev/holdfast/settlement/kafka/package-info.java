/** Topics in: checked and turned into commands; topics out: each version, each entry. */
@NullMarked
package dev.holdfast.settlement.kafka;

import org.jspecify.annotations.NullMarked;
