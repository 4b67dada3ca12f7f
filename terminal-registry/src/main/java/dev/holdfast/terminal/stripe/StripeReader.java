package dev.holdfast.terminal.stripe;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reader as Stripe publishes it. Our reading of it: what Stripe shows and has not deleted is
 * activated, what is at a location is configured. Assumed: {@code status} may be null for a reader
 * without a network of its own, which is offline to us; {@code last_seen_at} may be missing; a
 * reader without an action in progress is idle.
 *
 * @param livemode is it of the live mode? Not told of a deleted one
 * @param location the id of its location, or the location itself
 * @param lastSeenAt when it last reported to Stripe, in milliseconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StripeReader(
    @Nullable String id,
    @Nullable Boolean deleted,
    @Nullable Boolean livemode,
    @Nullable String status,
    @Nullable JsonNode location,
    @JsonProperty("last_seen_at") @Nullable Long lastSeenAt,
    @Nullable Action action) {

  private static final String IDLE = "idle";

  /** The published ones are words like process_payment_intent; it is shown to people. */
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z_]{0,39}");

  /** What it does, or did last. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Action(@Nullable String type, @Nullable String status) {}

  /**
   * What that says of the reader that was asked for.
   *
   * @param live is the mode that was asked the live one?
   */
  CloudAnswer toAnswer(String asked, boolean live, Instant at) {
    if (!asked.equals(id)) {
      return new Unknown(at, "the answer is not about this reader");
    }
    if (Boolean.TRUE.equals(deleted)) {
      return new Seen(at, false, "deleted", false, false, null);
    }
    if (livemode == null || livemode != live) {
      return new Unknown(at, "the answer is not of this mode");
    }
    if (status != null && !status.equals("online") && !status.equals("offline")) {
      return new Unknown(at, "the answer has a status that is not known");
    }
    var state = state();
    return ACTION.matcher(state).matches()
        ? new Seen(at, "online".equals(status), state, true, hasLocation(), null, lastSeen(at))
        : new Unknown(at, "the answer has an action that is not a word");
  }

  private String state() {
    return action != null && action.type() != null && "in_progress".equals(action.status())
        ? action.type()
        : IDLE;
  }

  private boolean hasLocation() {
    return location != null
        && (location.isObject() || (location.isTextual() && !location.textValue().isEmpty()));
  }

  /** What is not of the past is a slip of a clock, and perhaps past what a column can hold. */
  private @Nullable Instant lastSeen(Instant at) {
    if (lastSeenAt == null || lastSeenAt < 0 || lastSeenAt > at.toEpochMilli()) {
      return null;
    }
    return Instant.ofEpochMilli(lastSeenAt).truncatedTo(ChronoUnit.MICROS);
  }
}
