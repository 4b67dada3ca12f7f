/** What every vendor's clouds are asked, and how one speaks with them. */
@NullMarked
package dev.holdfast.terminal.vendor;

import org.jspecify.annotations.NullMarked;
