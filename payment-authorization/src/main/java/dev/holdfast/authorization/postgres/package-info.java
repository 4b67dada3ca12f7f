/** Authorizations, and the copies of terminals and vendors, as rows in PostgreSQL. */
@NullMarked
package dev.holdfast.authorization.postgres;

import org.jspecify.annotations.NullMarked;
