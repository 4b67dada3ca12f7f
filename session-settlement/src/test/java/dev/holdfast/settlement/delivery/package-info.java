/** The packaged service as a process, killed and starved: nothing is lost, nothing is doubled. */
@NullMarked
package dev.holdfast.settlement.delivery;

import org.jspecify.annotations.NullMarked;
