/** The REST doors. */
@NullMarked
package dev.holdfast.authorization.rest;

import org.jspecify.annotations.NullMarked;
