package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Decision;

/** What was decided, and the state after it, which may be the state before it. */
public record Decided(Decision decision, Authorization state) {}
