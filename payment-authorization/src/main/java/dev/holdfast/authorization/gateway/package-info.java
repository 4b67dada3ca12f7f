/** The port to those who move the money; their adapters stand beside it, one package each. */
@NullMarked
package dev.holdfast.authorization.gateway;

import org.jspecify.annotations.NullMarked;
