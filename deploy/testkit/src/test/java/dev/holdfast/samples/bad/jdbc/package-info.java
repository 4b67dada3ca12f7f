/** What takes a connection into its own hands. */
@NullMarked
package dev.holdfast.samples.bad.jdbc;

import org.jspecify.annotations.NullMarked;
