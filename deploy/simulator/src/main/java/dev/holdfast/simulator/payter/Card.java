package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A card with the bank behind it.
 *
 * @param partialPercent PARTIAL: how much of the asked amount is granted, in percent
 * @param overCommitPercent OVER_COMMIT: how far above the hold the bank goes, in percent of the
 *     hold
 * @param declineCode DECLINE: why, as the bank tells it
 * @param validForSeconds how long a hold on it stands
 * @param cardId the cloud's name for it; null for a new one at each tap
 */
record Card(
    Profile profile,
    int partialPercent,
    int overCommitPercent,
    String declineCode,
    long validForSeconds,
    String scheme,
    String lastFour,
    Medium medium,
    @Nullable String cardId) {
  private static final long TWO_DAYS_SECONDS = 48 * 60 * 60;
  private static final Pattern DECLINE_CODE = Pattern.compile("[A-Z_]{1,40}");
  private static final Pattern LAST_FOUR = Pattern.compile("\\d{4}");

  private static final Pattern CARD_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** How the bank behind a card behaves. */
  enum Profile {
    /** Grants every hold and every capture, above the hold too. */
    APPROVE_ALL,
    /** Grants no hold. */
    DECLINE,
    /** Grants a part of the hold, and nothing above it. */
    PARTIAL,
    /** Grants the hold and refuses anything above it. */
    REFUSE_ABOVE_HOLD,
    /** Grants more than the hold only as over-commit, up to a percentage. */
    OVER_COMMIT
  }

  Card {
    if (partialPercent < 1 || partialPercent > 99) {
      throw Refused.badInput("partialPercent must be 1 to 99.");
    }
    if (overCommitPercent < 0 || overCommitPercent > 1000) {
      throw Refused.badInput("overCommitPercent must be 0 to 1000.");
    }
    if (!DECLINE_CODE.matcher(declineCode).matches()) {
      throw Refused.badInput("declineCode has 1 to 40 capitals and _, for example PIN_REQUIRED.");
    }
    if (validForSeconds < 0) {
      throw Refused.badInput("validForSeconds must not be negative.");
    }
    if (!LAST_FOUR.matcher(lastFour).matches()) {
      throw Refused.badInput("lastFour must be four digits.");
    }
    if (cardId != null && !CARD_ID.matcher(cardId).matches()) {
      throw Refused.badInput("cardId has 1 to 64 letters, digits and hyphens.");
    }
  }

  @JsonCreator
  static Card of(
      @JsonProperty("profile") @Nullable Profile profile,
      @JsonProperty("partialPercent") @Nullable Integer partialPercent,
      @JsonProperty("overCommitPercent") @Nullable Integer overCommitPercent,
      @JsonProperty("declineCode") @Nullable String declineCode,
      @JsonProperty("validForSeconds") @Nullable Long validForSeconds,
      @JsonProperty("scheme") @Nullable String scheme,
      @JsonProperty("lastFour") @Nullable String lastFour,
      @JsonProperty("medium") @Nullable Medium medium,
      @JsonProperty("cardId") @Nullable String cardId) {
    if (profile == null) {
      throw Refused.badInput("profile is missing: say how the bank behaves, e.g. APPROVE_ALL.");
    }
    return new Card(
        profile,
        partialPercent == null ? 50 : partialPercent,
        overCommitPercent == null ? 50 : overCommitPercent,
        declineCode == null ? "DECLINED" : declineCode,
        validForSeconds == null ? TWO_DAYS_SECONDS : validForSeconds,
        scheme == null ? "VISA" : scheme,
        lastFour == null ? "1234" : lastFour,
        medium == null ? Medium.CONTACTLESS : medium,
        cardId);
  }

  /** One whose bank grants everything. */
  static Card good() {
    return of(Profile.APPROVE_ALL, null, null, null, null, null, null, null, null);
  }

  /** What the bank grants of a hold; 0 when it declines. */
  long grantedHold(long requestedMinorUnits) {
    if (medium != Medium.CONTACTLESS) {
      return 0;
    }
    return switch (profile) {
      case APPROVE_ALL, REFUSE_ABOVE_HOLD, OVER_COMMIT -> requestedMinorUnits;
      case PARTIAL -> Math.max(1, percent(requestedMinorUnits, partialPercent));
      case DECLINE -> 0;
    };
  }

  /** The most that the bank lets be taken on a hold. */
  long highestCapture(long holdMinorUnits, boolean overCommit) {
    return switch (profile) {
      case APPROVE_ALL -> Long.MAX_VALUE;
      case OVER_COMMIT ->
          overCommit ? holdMinorUnits + percent(holdMinorUnits, overCommitPercent) : holdMinorUnits;
      case PARTIAL, REFUSE_ABOVE_HOLD, DECLINE -> holdMinorUnits;
    };
  }

  String maskedNumber() {
    return "************" + lastFour;
  }

  private static long percent(long minorUnits, int percent) {
    return Math.multiplyExact(minorUnits, percent) / 100;
  }
}
