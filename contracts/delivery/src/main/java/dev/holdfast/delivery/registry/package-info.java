/** The schema registry: a port, and its implementation over the Confluent REST API. */
@NullMarked
package dev.holdfast.delivery.registry;

import org.jspecify.annotations.NullMarked;
