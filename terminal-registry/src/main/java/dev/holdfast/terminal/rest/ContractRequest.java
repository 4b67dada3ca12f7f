package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.Contract;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A contactless contract: from when, until when (not included), and who agreed it. */
record ContractRequest(
    @NotNull Instant validFrom,
    @Nullable Instant validTo,
    @NotBlank @Size(max = 200) @Pattern(regexp = WellFormed.TEXT, message = WellFormed.TEXT_REMEDY)
        String agreedBy) {
  Contract toContract() {
    if (validTo != null && !validTo.isAfter(validFrom)) {
      throw Problems.badField("validTo", "must be after validFrom, which is " + validFrom);
    }
    // The database keeps microseconds: more would make the same contract differ from itself.
    return new Contract(
        validFrom.truncatedTo(ChronoUnit.MICROS),
        validTo == null ? null : validTo.truncatedTo(ChronoUnit.MICROS),
        agreedBy);
  }
}
