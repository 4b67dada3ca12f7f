package dev.holdfast.simulator.stripe;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the next call of an endpoint.
 *
 * @param delayMillis how late an answer comes that is late
 * @param status of a refusal; its type, code, decline code and message as given
 */
record Fault(
    @Nullable Endpoint endpoint,
    @Nullable Kind kind,
    int delayMillis,
    int status,
    @Nullable String type,
    @Nullable String code,
    @Nullable String declineCode,
    @Nullable String message) {

  enum Kind {
    /** Does nothing and answers 500, which is kept for the key. */
    FAIL,
    /** Acts, and answers 500 all the same. */
    ACT_THEN_FAIL,
    /** Acts, and answers late. */
    ANSWER_LATE,
    /** Closes the connection and does nothing. */
    DROP,
    /** Closes the connection; the call is carried out when the late calls are told to arrive. */
    ARRIVE_LATE,
    /** Refuses, with the status and the codes that are given. */
    REFUSE,
    /** Finds nothing: a search that is behind. */
    FINDS_NOTHING
  }

  Endpoint at() {
    if (endpoint == null) {
      throw StripeError.badControl("A fault needs an endpoint");
    }
    return endpoint;
  }

  Kind what() {
    if (kind == null) {
      throw StripeError.badControl("A fault needs a kind");
    }
    return kind;
  }

  /** A bank's refusal is kept for the key; what is refused before it gets so far is not. */
  StripeError refusal() {
    var refused = status == 0 ? 400 : status;
    return new StripeError(
        refused,
        refused == 402,
        type == null ? "invalid_request_error" : type,
        code == null ? "" : code,
        declineCode == null ? "" : declineCode,
        message == null ? "Refused as ordered" : message);
  }
}
