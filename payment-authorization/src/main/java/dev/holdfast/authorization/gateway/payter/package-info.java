/** Payter's cloud payment service. */
@NullMarked
package dev.holdfast.authorization.gateway.payter;

import org.jspecify.annotations.NullMarked;
