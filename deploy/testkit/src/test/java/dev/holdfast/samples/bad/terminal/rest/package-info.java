/** Doors that go past the verbs. */
@NullMarked
package dev.holdfast.samples.bad.terminal.rest;

import org.jspecify.annotations.NullMarked;
