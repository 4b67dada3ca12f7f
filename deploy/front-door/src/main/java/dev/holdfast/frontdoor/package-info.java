/** One port in front of the services' REST APIs. */
@NullMarked
package dev.holdfast.frontdoor;

import org.jspecify.annotations.NullMarked;
