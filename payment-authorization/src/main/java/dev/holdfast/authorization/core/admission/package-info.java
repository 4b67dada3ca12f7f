/** May a terminal take a card, as the registry describes it and its vendor's cloud? */
@NullMarked
package dev.holdfast.authorization.core.admission;

import org.jspecify.annotations.NullMarked;
