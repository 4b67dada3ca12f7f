/** Payter's cloud payment service. */
@NullMarked
package dev.holdfast.authorization.payter;

import org.jspecify.annotations.NullMarked;
