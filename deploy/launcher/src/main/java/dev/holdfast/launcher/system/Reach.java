package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.Database;
import java.net.URI;

/**
 * By which addresses a service meets the others, and is met.
 *
 * @param self where its own REST API is met
 */
record Reach(Database database, String broker, URI schemaRegistry, URI simulator, URI self) {}
