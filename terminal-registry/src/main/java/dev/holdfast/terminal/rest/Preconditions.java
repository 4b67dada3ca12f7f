package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Problems;
import dev.holdfast.terminal.core.Expected;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which version the caller wants to change (RFC 9110): the {@code ETag} that it has read as {@code
 * If-Match}, so that what somebody else changed in the meantime is not lost; {@code If-None-Match:
 * *} to make known only what is not. Without both, what is there is not changed.
 */
record Preconditions(
    @Nullable
        @HeaderParam("If-Match")
        @Parameter(
            description =
                "The ETag of an answer, its version in quotes, or * for whatever is there: 412 where it"
                    + " has changed since, 428 without it where something is there")
        @Pattern(
            regexp = "\\*|\"[1-9][0-9]{0,17}\"",
            message = "must be the ETag of an answer with its quotes, for example \"7\", or *")
        String ifMatch,
    @Nullable
        @HeaderParam("If-None-Match")
        @Parameter(description = "* makes known only what is not: 412 where it is")
        @Pattern(regexp = "\\*", message = "must be *: change only what is not there yet")
        String ifNoneMatch) {

  Expected toExpected() {
    if (ifMatch != null && ifNoneMatch != null) {
      throw Problems.refused("If-None-Match", "stands beside If-Match", "send one of them");
    }
    if (ifNoneMatch != null) {
      return new Expected.Nothing();
    }
    return switch (ifMatch) {
      case null -> new Expected.Unsaid();
      case "*" -> new Expected.Something();
      default -> new Expected.Version(Long.parseLong(ifMatch.replace("\"", "")));
    };
  }
}
