/** The topic that this service writes; apart from those it reads, as the verbs stand in between. */
@NullMarked
package dev.holdfast.authorization.kafka.publish;

import org.jspecify.annotations.NullMarked;
