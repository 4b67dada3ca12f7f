/** Is this card good for this amount, and what became of the hold? */
@NullMarked
package dev.holdfast.authorization;

import org.jspecify.annotations.NullMarked;
