/** Settlements and the journal for people and programs; and what a person decides. */
@NullMarked
package dev.holdfast.settlement.rest;

import org.jspecify.annotations.NullMarked;
