/**
 * What Holdfast runs on: broker, database server and schema registry, ours for a while or given.
 */
@NullMarked
package dev.holdfast.infrastructure;

import org.jspecify.annotations.NullMarked;
