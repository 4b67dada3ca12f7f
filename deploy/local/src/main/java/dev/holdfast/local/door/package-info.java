/** One port in front of the services' REST APIs. */
@NullMarked
package dev.holdfast.local.door;

import org.jspecify.annotations.NullMarked;
