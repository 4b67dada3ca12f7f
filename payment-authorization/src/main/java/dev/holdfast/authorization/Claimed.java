package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Work;

/** Work that this instance has taken for itself, for the length of a lease. */
record Claimed(Work work, Authorization state) {}
