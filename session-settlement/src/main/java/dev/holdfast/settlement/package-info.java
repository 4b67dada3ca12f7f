/** What the service does: joins holds and sessions, and settles them. */
@NullMarked
package dev.holdfast.settlement;

import org.jspecify.annotations.NullMarked;
