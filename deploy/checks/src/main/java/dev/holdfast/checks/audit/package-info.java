/**
 * Compares what the topics say with what the tables hold, as a witness that shares no code with the
 * services.
 */
@NullMarked
package dev.holdfast.checks.audit;

import org.jspecify.annotations.NullMarked;
