package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.stripe.Reply.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a refusal of the bank, and what is none. */
class ReplyTest {
  @ParameterizedTest
  @CsvSource({
    "200, '', '', DONE",
    "402, card_error, card_declined, REFUSED",
    "400, invalid_request_error, amount_too_large, REFUSED",
    "400, invalid_request_error, parameter_unknown, UNCLEAR",
    "400, invalid_request_error, parameter_invalid_integer, UNCLEAR",
    "400, invalid_request_error, payment_intent_unexpected_state, WRONG_STATE",
    "400, invalid_request_error, intent_invalid_state, WRONG_STATE",
    "400, idempotency_error, '', UNCLEAR",
    "401, invalid_request_error, '', UNCLEAR",
    "403, invalid_request_error, '', UNCLEAR",
    "404, invalid_request_error, resource_missing, UNCLEAR",
    "409, invalid_request_error, idempotency_key_in_use, UNCLEAR",
    "409, idempotency_error, idempotency_key_in_use, UNCLEAR",
    "424, api_error, '', UNCLEAR",
    "429, invalid_request_error, rate_limit, UNCLEAR",
    "429, invalid_request_error, lock_timeout, UNCLEAR",
    "400, invalid_request_error, lock_timeout, UNCLEAR",
    "400, invalid_request_error, charge_already_captured, WRONG_STATE",
    "400, invalid_request_error, charge_already_refunded, REFUSED",
    "500, api_error, '', UNCLEAR",
    "503, '', '', UNCLEAR",
  })
  void onlyARefusalIsARefusal(int status, String type, String code, Meaning meaning) {
    var error = "{\"error\": {\"type\": \"%s\", \"code\": \"%s\"}}".formatted(type, code);

    assertThat(new Reply(status, false, Reply.tree(error)).meaning()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({"400, true", "409, false"})
  void aKeyThatIsUnderWayIsNotYetUsedForSomethingElse(int status, boolean reused) {
    var error = Reply.tree("{\"error\": {\"type\": \"idempotency_error\"}}");

    assertThat(new Reply(status, false, error).isKeyReused()).isEqualTo(reused);
  }

  @Test
  void aReasonShowsNoKeyAndNoCardNumber() {
    var error =
        """
        {"error": {"type": "invalid_request_error", "decline_code": "do_not_honor",
          "message": "Invalid key sk_test_51Abc, whsec_9Z and rk_live_***7 of 4111 1111 1111 1111"}}
        """;

    assertThat(new Reply(401, false, Reply.tree(error)).reason())
        .isEqualTo(
            "invalid_request_error do_not_honor Invalid key ***, *** and *** of ***************1111");
  }

  @Test
  void aReasonIsShortAndAnAnswerThatIsNoJsonHasTheStatus() {
    var error = "{\"error\": {\"code\": \"x\", \"message\": \"%s\"}}".formatted("y".repeat(1000));

    assertThat(new Reply(400, false, Reply.tree(error)).reason()).hasSize(200);
    assertThat(new Reply(502, false, Reply.tree("<html>")).reason()).isEqualTo("HTTP 502");
  }

  @Test
  void onlyAFailureThatIsReplayedIsAReplayedFailure() {
    assertThat(new Reply(500, true, Reply.tree("")).isReplayedFailure()).isTrue();
    assertThat(new Reply(500, false, Reply.tree("")).isReplayedFailure()).isFalse();
    assertThat(new Reply(402, true, Reply.tree("")).isReplayedFailure()).isFalse();
  }
}
