/** The payments that the demo plays, what is expected of each, and the table of what came out. */
@NullMarked
package dev.holdfast.local.scenario;

import org.jspecify.annotations.NullMarked;
