/** For the services' tests: the infrastructure, a witness on the topics, the rules of the house. */
@NullMarked
package dev.holdfast.testkit;

import org.jspecify.annotations.NullMarked;
