package dev.holdfast.authorization.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why nobody wants the charge any more.
 *
 * @param by who asks: the platform, or an operator's name
 * @param reason in words; kept with the payment, and published
 */
@Schema(examples = "{\"by\": \"Ines\", \"reason\": \"the driver is at the wrong bay\"}")
record CancelRequest(
    @NotNull(message = "is missing: send who asks for it")
        @Pattern(
            regexp = "[^\\x00-\\x1F\\x7F-\\x9F]{1,60}",
            message = "must have 1 to 60 characters, and no control characters")
        String by,
    @NotNull(message = "is missing: send why, in words")
        @Pattern(
            regexp = "[^\\x00-\\x1F\\x7F-\\x9F]{1,200}",
            message = "must have 1 to 200 characters, and no control characters")
        String reason) {
  String words() {
    return "Cancelled by %s: %s".formatted(by, reason);
  }
}
