/**
 * The payments and the complaints about terminals that the demo plays, what is expected of each,
 * and the tables of what came out.
 */
@NullMarked
package dev.holdfast.scenarios;

import org.jspecify.annotations.NullMarked;
