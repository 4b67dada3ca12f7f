package dev.holdfast.authorization.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why nobody wants the charge any more.
 *
 * @param by who asks: the platform, or an operator's name
 * @param reason in words; it is kept with the payment and published where no hold was placed
 */
record CancelRequest(
    @Nullable @Size(min = 1, max = 60, message = "must have 1 to 60 characters") String by,
    @Nullable
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        @Pattern(regexp = "\\P{Cntrl}*", message = "must have no control characters")
        String reason) {
  private static final String NOT_SAID = "Cancelled on request";

  static String words(@Nullable CancelRequest request) {
    if (request == null || (request.by == null && request.reason == null)) {
      return NOT_SAID;
    }
    var by = request.by == null ? NOT_SAID : "Cancelled by " + request.by;
    return request.reason == null ? by : by + ": " + request.reason;
  }
}
