/** Where the registry keeps what it knows. */
@NullMarked
package dev.holdfast.terminal.postgres;

import org.jspecify.annotations.NullMarked;
