/** What people and programs ask the registry, and tell it. */
@NullMarked
package dev.holdfast.terminal.rest;

import org.jspecify.annotations.NullMarked;
