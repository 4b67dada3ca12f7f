package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a cloud speaks, where nobody outside of Payter can know it for certain; the README names the
 * source of each default. What a caller assumes beyond these defaults is switched on here.
 *
 * @param honoursReference a {@code reference} makes authorize happen once, sessions show it, and
 *     the list of sessions can be asked for it
 * @param showsConfirmed sessions say in {@code confirmed} whether their end was carried out
 * @param showsRefusal sessions say in {@code refusal} why the bank refused
 * @param showsExpiry sessions say in {@code expiresAt} when the hold ends
 * @param readsPaymentMethods a start reads only what its {@code supportedPaymentMethods} name
 * @param refunds there is a call that pays back
 * @param states how the states of a terminal are called
 * @param names how the fields of cards, callbacks and terminals are called
 * @param startStopStatus 204, or 200 with a body, for a start or stop that was done
 * @param declineStatus 200 with the declined session, or a refusal, where the bank holds nothing
 * @param declinedState the state of a session in which the bank holds nothing
 * @param declinedShowsAsked such a session shows the amount that was asked for, and not 0
 * @param commitRefusalStatus of a commit that the bank refuses
 */
record Dialect(
    boolean honoursReference,
    boolean showsConfirmed,
    boolean showsRefusal,
    boolean showsExpiry,
    boolean readsPaymentMethods,
    boolean refunds,
    States states,
    Names names,
    int startStopStatus,
    int declineStatus,
    String declinedState,
    boolean declinedShowsAsked,
    int commitRefusalStatus) {
  private static final Pattern STATE = Pattern.compile("[A-Z_]{1,40}");
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int FIRST_REFUSAL = 400;
  private static final int LAST_REFUSAL = 499;

  static final Dialect DEFAULT =
      of(null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** What a terminal is called while it reads cards, and once it has read one. */
  enum States {
    READING_CARD("READING", "CARD"),
    CARD_READING_READY("CARD_READING", "READY");

    private final String reading;
    private final String read;

    States(String reading, String read) {
      this.reading = reading;
      this.read = read;
    }

    String of(TerminalState state) {
      return switch (state) {
        case IDLE -> "IDLE";
        case READING -> reading;
        case CARD -> read;
      };
    }
  }

  /** Under what names a card is told. */
  enum Names {
    MASKED_PAN,
    MASKED_CARD_NUMBER
  }

  Dialect {
    if (startStopStatus != OK && startStopStatus != NO_CONTENT) {
      throw Refused.badInput("startStopStatus must be 200 or 204.");
    }
    if (declineStatus != OK && !isRefusal(declineStatus)) {
      throw Refused.badInput("declineStatus must be 200 or 400 to 499.");
    }
    if (!STATE.matcher(declinedState).matches()) {
      throw Refused.badInput("declinedState has 1 to 40 capitals and _, for example DECLINED.");
    }
    if (!isRefusal(commitRefusalStatus)) {
      throw Refused.badInput("commitRefusalStatus must be 400 to 499.");
    }
  }

  private static boolean isRefusal(int status) {
    return status >= FIRST_REFUSAL && status <= LAST_REFUSAL;
  }

  @JsonCreator
  static Dialect of(
      @JsonProperty("honoursReference") @Nullable Boolean honoursReference,
      @JsonProperty("showsConfirmed") @Nullable Boolean showsConfirmed,
      @JsonProperty("showsRefusal") @Nullable Boolean showsRefusal,
      @JsonProperty("showsExpiry") @Nullable Boolean showsExpiry,
      @JsonProperty("readsPaymentMethods") @Nullable Boolean readsPaymentMethods,
      @JsonProperty("refunds") @Nullable Boolean refunds,
      @JsonProperty("states") @Nullable States states,
      @JsonProperty("names") @Nullable Names names,
      @JsonProperty("startStopStatus") @Nullable Integer startStopStatus,
      @JsonProperty("declineStatus") @Nullable Integer declineStatus,
      @JsonProperty("declinedState") @Nullable String declinedState,
      @JsonProperty("declinedShowsAsked") @Nullable Boolean declinedShowsAsked,
      @JsonProperty("commitRefusalStatus") @Nullable Integer commitRefusalStatus) {
    return new Dialect(
        Objects.requireNonNullElse(honoursReference, false),
        Objects.requireNonNullElse(showsConfirmed, false),
        Objects.requireNonNullElse(showsRefusal, false),
        Objects.requireNonNullElse(showsExpiry, true),
        Objects.requireNonNullElse(readsPaymentMethods, true),
        Objects.requireNonNullElse(refunds, true),
        Objects.requireNonNullElse(states, States.READING_CARD),
        Objects.requireNonNullElse(names, Names.MASKED_PAN),
        Objects.requireNonNullElse(startStopStatus, NO_CONTENT),
        Objects.requireNonNullElse(declineStatus, OK),
        Objects.requireNonNullElse(declinedState, "DECLINED"),
        Objects.requireNonNullElse(declinedShowsAsked, true),
        Objects.requireNonNullElse(commitRefusalStatus, 409));
  }

  boolean startStopAnswersNothing() {
    return startStopStatus == NO_CONTENT;
  }

  boolean declineIsAnAnswer() {
    return declineStatus == OK;
  }
}
