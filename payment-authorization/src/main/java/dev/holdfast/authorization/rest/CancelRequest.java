package dev.holdfast.authorization.rest;

import dev.holdfast.doors.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why nobody wants the charge any more.
 *
 * @param by who asks: the platform, or an operator's name
 * @param reason in words; kept with the payment, and published
 */
@Schema(examples = "{\"by\": \"Ines\", \"reason\": \"the driver is at the wrong bay\"}")
record CancelRequest(@Words String by, @Words String reason) {
  String words() {
    return "Cancelled by %s: %s".formatted(by, reason);
  }
}
