/** Starts, watches and ends the processes of the whole system. */
@NullMarked
package dev.holdfast.launcher.system;

import org.jspecify.annotations.NullMarked;
