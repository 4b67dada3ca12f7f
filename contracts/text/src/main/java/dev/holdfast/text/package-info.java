/** What may stand in a text: no card number, and no character that cannot be kept or shown. */
@NullMarked
package dev.holdfast.text;

import org.jspecify.annotations.NullMarked;
