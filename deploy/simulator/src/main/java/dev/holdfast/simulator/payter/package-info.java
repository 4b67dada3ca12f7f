/**
 * A stand-in for Payter's cloud payment service: its protocol, its status page, and its own durable
 * journal.
 */
@NullMarked
package dev.holdfast.simulator.payter;

import org.jspecify.annotations.NullMarked;
