/** Why a terminal does not work, what to do about it, and who does it. */
@NullMarked
package dev.holdfast.terminal.core.diagnosis;

import org.jspecify.annotations.NullMarked;
