/**
 * The whole system under load while it is broken by a seeded course of faults, and what must be
 * true once everything is mended.
 */
@NullMarked
package dev.holdfast.faults;

import org.jspecify.annotations.NullMarked;
