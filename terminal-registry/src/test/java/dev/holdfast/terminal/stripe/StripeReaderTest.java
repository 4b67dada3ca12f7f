package dev.holdfast.terminal.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeReaderTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant EARLIER = Instant.parse("2026-06-01T11:00:00.123Z");
  private static final String ID = "tmr_FDOt2wlRZEdpd7";

  @Test
  void isActivatedByBeingThereAndConfiguredByItsLocation() throws JsonProcessingException {
    var shown =
        """
        {"id": "tmr_FDOt2wlRZEdpd7", "object": "terminal.reader", "action": null,
         "device_sw_version": null, "device_type": "bbpos_wisepos_e", "ip_address": "192.168.2.2",
         "label": "Blue rabbit", "last_seen_at": %d, "livemode": false,
         "location": "tml_FDOt2wlRZEdpd7", "metadata": {}, "serial_number": "123",
         "status": "online"}
        """
            .formatted(EARLIER.toEpochMilli());

    assertThat(answer(shown)).isEqualTo(new Seen(NOW, true, "idle", true, true, null, EARLIER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"location\": null                    | false",
        "\"location\": \"\"                    | false",
        "\"location\": 7                       | false",
        "\"label\": \"nowhere\"                | false",
        "\"location\": \"tml_1\"               | true",
        "\"location\": {\"id\": \"tml_1\"}     | true",
      })
  void isConfiguredOnceItIsAtALocation(String location, boolean configured)
      throws JsonProcessingException {
    assertThat(answer(reader("\"status\": \"online\", " + location)))
        .isEqualTo(new Seen(NOW, true, "idle", true, configured, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"process_payment_intent\", \"status\": \"in_progress\"} | process_payment_intent",
        "{\"type\": \"process_payment_intent\", \"status\": \"succeeded\"}   | idle",
        "{\"type\": \"set_reader_display\", \"status\": \"failed\"}          | idle",
        "{\"status\": \"in_progress\"}                                       | idle",
        "{\"type\": \"dance\", \"status\": \"in_progress\"}                  | dance",
      })
  void saysWhatItDoesWhileItDoesIt(String action, String state) throws JsonProcessingException {
    assertThat(answer(reader("\"status\": \"online\", \"action\": " + action)))
        .isEqualTo(new Seen(NOW, true, state, true, false, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"status\": \"offline\"", "\"status\": null", "\"label\": \"silent\""})
  void isOfflineUnlessItSaysThatItIsOnline(String status) throws JsonProcessingException {
    assertThat(answer(reader(status))).isEqualTo(new Seen(NOW, false, "idle", true, false, null));
  }

  @Test
  void isNoLongerActivatedOnceItIsDeleted() throws JsonProcessingException {
    assertThat(
            answer("{\"id\": \"" + ID + "\", \"object\": \"terminal.reader\", \"deleted\": true}"))
        .isEqualTo(new Seen(NOW, false, "deleted", false, false, null));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1_780_315_200_001L})
  void wasNotLastSeenAtATimeThatIsNotPast(long millis) throws JsonProcessingException {
    assertThat(answer(reader("\"status\": \"offline\", \"last_seen_at\": " + millis)))
        .isEqualTo(new Seen(NOW, false, "idle", true, false, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                             | not about this reader",
        "{\"id\": \"tmr_Another\", \"livemode\": false}                 | not about this reader",
        "{\"id\": \"tmr_FDOt2wlRZEdpd7\", \"livemode\": true}           | not of this mode",
        "{\"id\": \"tmr_FDOt2wlRZEdpd7\"}                               | not of this mode",
        "{\"id\": \"tmr_FDOt2wlRZEdpd7\", \"livemode\": false, \"status\": \"asleep\"} | status that is not known",
      })
  void makesNothingOfNonsense(String body, String reason) throws JsonProcessingException {
    assertThat(answer(body))
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.reason()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111 1111 1111 1111", "", "<b>x</b>", "a\\nb", "sk_test_51Secret"})
  void doesNotPassOnAnActionThatIsNotAWord(String type) throws JsonProcessingException {
    var action = "{\"type\": \"%s\", \"status\": \"in_progress\"}".formatted(type);
    assertThat(answer(reader("\"action\": " + action)))
        .isEqualTo(new Unknown(NOW, "the answer has an action that is not a word"));
  }

  private static String reader(String rest) {
    return "{\"id\": \"%s\", \"livemode\": false, %s}".formatted(ID, rest);
  }

  private static CloudAnswer answer(String body) throws JsonProcessingException {
    return new ObjectMapper().readValue(body, StripeReader.class).toAnswer(ID, false, NOW);
  }
}
