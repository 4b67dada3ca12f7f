package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Command;
import java.util.UUID;

/** A command for one authorization. */
public record Order(UUID reference, Command command) {}
