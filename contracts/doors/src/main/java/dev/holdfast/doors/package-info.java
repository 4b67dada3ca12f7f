/** How every REST door behaves: what it refuses, how it says so, and what it remembers. */
@NullMarked
package dev.holdfast.doors;

import org.jspecify.annotations.NullMarked;
