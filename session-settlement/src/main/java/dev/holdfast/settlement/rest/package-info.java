/** Settlements and the journal for people and programs, read only. */
@NullMarked
package dev.holdfast.settlement.rest;

import org.jspecify.annotations.NullMarked;
