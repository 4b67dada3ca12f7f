package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Problems;
import dev.holdfast.terminal.core.cpo.Contract;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contactless contract: from when, until when (not included), and who agreed it. */
@Schema(examples = "{\"validFrom\": \"2026-01-01T00:00:00Z\", \"agreedBy\": \"frame agreement 7\"}")
record ContractRequest(
    @NotNull Instant validFrom,
    @Nullable Instant validTo,
    @NotBlank @Size(max = 200) String agreedBy) {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  Contract toContract() {
    // The database keeps microseconds: more would make the same contract differ from itself.
    var from = bounded("validFrom", validFrom);
    var to = validTo == null ? null : bounded("validTo", validTo);
    if (to != null && !to.isAfter(from)) {
      throw Problems.refused("validTo", "is " + to, "must be after validFrom, which is " + from);
    }
    return new Contract(from, to, agreedBy);
  }

  private static Instant bounded(String field, Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw Problems.refused(
          field, "is " + instant, "must be from %s to %s".formatted(EARLIEST, LATEST));
    }
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
