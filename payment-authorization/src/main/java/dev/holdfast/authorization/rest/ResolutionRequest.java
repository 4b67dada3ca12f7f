package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.core.Command.Resolution;
import dev.holdfast.authorization.core.Command.Resolve;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import dev.holdfast.doors.Amount;
import dev.holdfast.doors.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What really happened, as a person knows from the vendor's portal or the terminal itself.
 *
 * @param version of the authorization that it is said of: without it nothing is done
 * @param attempt number of the newest attempt; left out for TERMINAL_FREE
 * @param amount what was held, taken, given back or paid back; for APPROVED and TAKEN
 * @param gatewayReference the gateway's name for it; for APPROVED and TAKEN
 * @param holdExpiresAt when the hold lapses; for an APPROVED attempt to AUTHORIZE
 * @param by who says so
 * @param reason how they know; kept with the attempt, and published
 */
@Schema(
    examples =
        """
        {"happened": "APPROVED", "version": 7, "attempt": 2,
         "amount": {"minorUnits": 2340, "currency": "EUR"}, "gatewayReference": "7f3a",
         "by": "Ines", "reason": "MyPayter shows the commit"}
        """)
record ResolutionRequest(
    @NotNull(message = "is missing: send APPROVED, TAKEN, REFUSED, NOT_ACTED or TERMINAL_FREE")
        Happened happened,
    @Nullable Long version,
    @Nullable Integer attempt,
    @Nullable @Valid Amount amount,
    @Nullable @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String gatewayReference,
    @Nullable Instant holdExpiresAt,
    @Words String by,
    @Words String reason) {

  /** What a person can say. */
  enum Happened {
    /** The gateway did what the attempt asked for. */
    APPROVED,
    /** Money of the hold was taken, whatever the attempt asked for. */
    TAKEN,
    /** The gateway did not do it, and will not. */
    REFUSED,
    /** The gateway never acted on it: it is sent again. */
    NOT_ACTED,
    /** The terminal reads no card for this payment. */
    TERMINAL_FREE
  }

  /** The command; the version must be there. */
  Resolve toCommand(Instant now) {
    return new Resolve(Objects.requireNonNull(version), resolution(), new Seen(by, reason, now));
  }

  private Resolution resolution() {
    return switch (happened) {
      case APPROVED ->
          new Resolution.Done(
              needed("attempt", attempt),
              needed("gatewayReference", gatewayReference),
              needed("amount", amount).toMoney(),
              holdExpiresAt);
      case TAKEN ->
          new Resolution.Taken(
              needed("attempt", attempt),
              needed("gatewayReference", gatewayReference),
              needed("amount", amount).toMoney());
      case REFUSED -> new Resolution.Refused(needed("attempt", attempt));
      case NOT_ACTED -> new Resolution.NotActed(needed("attempt", attempt));
      case TERMINAL_FREE -> new Resolution.TerminalFree();
    };
  }

  private <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw Refusals.needed(field, happened.name());
    }
    return value;
  }
}
