/** What is done that no topic asked for: by a person, or because a time has come. */
@NullMarked
package dev.holdfast.settlement.act;

import org.jspecify.annotations.NullMarked;
