package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.PlaceHold;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.doors.Amount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request for a hold.
 *
 * @param amount left out, the terminal's own hold amount
 * @param waitSeconds how long the answer may wait for the hold; left out, 30
 */
@Schema(
    examples =
        """
        {"terminalSerial": "P68260000900017", "evseId": "NL*HLD*E1",
         "amount": {"minorUnits": 5000, "currency": "EUR"}, "waitSeconds": 10}
        """)
record HoldRequest(
    @NotNull(message = "is missing: send the serial of the terminal")
        @Pattern(
            regexp = "[A-Za-z0-9_-]{1,40}",
            message = "must be a terminal's serial: 1 to 40 letters, digits, hyphens, underscores")
        String terminalSerial,
    @NotNull(message = "is missing: send the EVSE that the driver wants to use")
        @Size(min = 1, max = 48, message = "must have 1 to 48 characters")
        String evseId,
    @Nullable @Valid Amount amount,
    @Nullable
        @Min(value = 0, message = "must be 0 or more")
        @Max(value = 120, message = "must be at most {value}: ask again instead of waiting longer")
        Integer waitSeconds) {
  private static final int DEFAULT_WAIT_SECONDS = 30;

  PlaceHold.Request toRequest(Optional<String> idempotencyKey) {
    return new PlaceHold.Request(
        terminalSerial,
        evseId,
        amount == null ? null : amount.toMoney(),
        idempotencyKey.map(key -> new RequestKey(key, digest())).orElse(null));
  }

  Duration patience() {
    return Duration.ofSeconds(waitSeconds == null ? DEFAULT_WAIT_SECONDS : waitSeconds);
  }

  /** Of what is asked for; how long to wait for it is not a part of that. */
  private String digest() {
    var text = "%s\n%s\n%s".formatted(terminalSerial, evseId, amount);
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
