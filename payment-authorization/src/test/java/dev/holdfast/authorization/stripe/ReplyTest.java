package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.stripe.Reply.Meaning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is a refusal of the bank, and what is none. */
class ReplyTest {
  @ParameterizedTest
  @CsvSource({
    "CREATE, 400, invalid_request_error, amount_too_small, REFUSED",
    "CREATE, 400, invalid_request_error, '', REFUSED",
    "CREATE, 400, invalid_request_error, parameter_unknown, UNCLEAR",
    "CREATE, 403, invalid_request_error, '', UNCLEAR",
    "PROCESS, 400, invalid_request_error, terminal_reader_offline, REFUSED",
    "PROCESS, 400, invalid_request_error, terminal_reader_busy, UNCLEAR",
    "PROCESS, 400, invalid_request_error, terminal_reader_timeout, UNCLEAR",
    "PROCESS, 400, invalid_request_error, intent_invalid_state, WRONG_STATE",
    "INCREMENT, 402, card_error, card_declined, REFUSED",
    "INCREMENT, 400, invalid_request_error, '', REFUSED",
    "INCREMENT, 400, invalid_request_error, account_invalid, UNCLEAR",
    "INCREMENT, 402, api_error, card_declined, UNCLEAR",
    "CAPTURE, 402, card_error, card_declined, REFUSED",
    "CAPTURE, 402, card_error, processing_error, UNCLEAR",
    "CAPTURE, 400, invalid_request_error, amount_too_large, UNCLEAR",
    "CAPTURE, 400, invalid_request_error, '', UNCLEAR",
    "CAPTURE, 401, invalid_request_error, api_key_expired, UNCLEAR",
    "CAPTURE, 400, invalid_request_error, charge_already_captured, WRONG_STATE",
    "CAPTURE, 400, invalid_request_error, charge_expired_for_capture, WRONG_STATE",
    "CAPTURE_ABOVE_HOLD, 400, invalid_request_error, amount_too_large, REFUSED",
    "CAPTURE_ABOVE_HOLD, 400, invalid_request_error, account_invalid, UNCLEAR",
    "CANCEL, 400, invalid_request_error, '', UNCLEAR",
    "CANCEL, 400, invalid_request_error, payment_intent_unexpected_state, WRONG_STATE",
    "REFUND, 400, invalid_request_error, charge_already_refunded, REFUSED",
    "REFUND, 400, invalid_request_error, balance_insufficient, UNCLEAR",
    "CAPTURE, 200, '', '', DONE",
  })
  void onlyTheWordsOfItsDeedAreARefusal(
      Deed deed, int status, String type, String code, Meaning meaning) {
    var error = "{\"error\": {\"type\": \"%s\", \"code\": \"%s\"}}".formatted(type, code);

    assertThat(new Reply(status, false, Reply.tree(error)).meaning(deed)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @EnumSource(Deed.class)
  void whatPassesIsNeverARefusal(Deed deed) {
    for (var error :
        List.of(
            "400 idempotency_error ",
            "404 invalid_request_error resource_missing",
            "409 idempotency_error idempotency_key_in_use",
            "424 api_error ",
            "429 invalid_request_error rate_limit",
            "429 invalid_request_error lock_timeout",
            "500 api_error ",
            "503  ")) {
      var parts = error.split(" ", -1);
      var body = "{\"error\": {\"type\": \"%s\", \"code\": \"%s\"}}".formatted(parts[1], parts[2]);

      assertThat(new Reply(Integer.parseInt(parts[0]), false, Reply.tree(body)).meaning(deed))
          .as(error)
          .isEqualTo(Meaning.UNCLEAR);
    }
  }

  @Test
  void aBankThatSaysNotNowHasNotRefused() {
    var error =
        Reply.tree(
            """
            {"error": {"type": "card_error", "code": "card_declined",
              "decline_code": "try_again_later"}}
            """);

    assertThat(new Reply(402, false, error).meaning(Deed.CAPTURE)).isEqualTo(Meaning.UNCLEAR);
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
