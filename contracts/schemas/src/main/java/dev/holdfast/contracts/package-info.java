/** What the services say to each other: the topics, and money as it is written on them. */
@NullMarked
package dev.holdfast.contracts;

import org.jspecify.annotations.NullMarked;
