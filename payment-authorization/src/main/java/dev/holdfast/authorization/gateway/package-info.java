/** The port to those who move the money, with one folder for each of them. */
@NullMarked
package dev.holdfast.authorization.gateway;

import org.jspecify.annotations.NullMarked;
