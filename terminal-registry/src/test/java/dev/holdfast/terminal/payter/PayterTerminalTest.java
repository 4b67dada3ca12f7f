package dev.holdfast.terminal.payter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayterTerminalTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void takesATerminalAsOnboardedWhereTheCloudDoesNotSayOtherwise() {
    assertThat(new PayterTerminal(true, "IDLE", null, null, null).toAnswer(NOW))
        .isEqualTo(new CloudAnswer.Seen(NOW, true, "IDLE", true, true, null));
  }

  @Test
  void keepsWhatTheCloudSays() {
    assertThat(new PayterTerminal(false, "SESSION_ACTIVE", false, false, "EUR").toAnswer(NOW))
        .isEqualTo(
            new CloudAnswer.Seen(NOW, false, "SESSION_ACTIVE", false, false, CurrencyUnit.EUR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " IDLE",
        "IDLE\n2026-06-01 ERROR all is lost",
        "IDLE\u0000",
        "IDLE\u202e",
        "<b>IDLE</b>",
        "X 4111 1111 1111 1111",
        "5000",
        "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"
      })
  void doesNotPassOnAStateThatIsNotAWord(String state) {
    assertThat(new PayterTerminal(true, state, true, true, "EUR").toAnswer(NOW))
        .isEqualTo(new CloudAnswer.Unknown(NOW, "the answer has a state that is not a word"));
  }

  @Test
  void passesOnAStateThatItDoesNotKnow() {
    assertThat(new PayterTerminal(true, "FIRMWARE_UPDATE-2", true, true, "EUR").toAnswer(NOW))
        .isEqualTo(
            new CloudAnswer.Seen(NOW, true, "FIRMWARE_UPDATE-2", true, true, CurrencyUnit.EUR));
  }

  @Test
  void makesNothingOfNonsense() {
    assertThat(new PayterTerminal(null, "IDLE", true, true, "EUR").toAnswer(NOW))
        .isInstanceOf(CloudAnswer.Unknown.class);
    assertThat(new PayterTerminal(true, null, true, true, "EUR").toAnswer(NOW))
        .isInstanceOf(CloudAnswer.Unknown.class);
    assertThat(new PayterTerminal(true, "IDLE", true, true, "EURO").toAnswer(NOW))
        .isInstanceOf(CloudAnswer.Unknown.class);
  }
}
