/** What is tried at the gateway: a plan's rungs, each attempt, and what was answered to it. */
@NullMarked
package dev.holdfast.authorization.core.attempt;

import org.jspecify.annotations.NullMarked;
