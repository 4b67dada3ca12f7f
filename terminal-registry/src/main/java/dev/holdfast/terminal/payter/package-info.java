/** Speaks with Payter's two clouds. */
@NullMarked
package dev.holdfast.terminal.payter;

import org.jspecify.annotations.NullMarked;
