package dev.holdfast.authorization.rest;

import dev.holdfast.doors.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person's word.
 *
 * @param by a person's name
 * @param reason why, or what came of it; kept
 */
@Schema(examples = "{\"by\": \"Ines\", \"reason\": \"the tariff is right again\"}")
record WordRequest(@Words String by, @Words String reason) {}
