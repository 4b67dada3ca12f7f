package dev.holdfast.terminal.payter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.CloudAnswer;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

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

  @Test
  void makesNothingOfNonsense() {
    assertThat(new PayterTerminal(null, "IDLE", true, true, "EUR").toAnswer(NOW))
        .isInstanceOf(CloudAnswer.Unknown.class);
    assertThat(new PayterTerminal(true, null, true, true, "EUR").toAnswer(NOW))
        .isInstanceOf(CloudAnswer.Unknown.class);
    assertThat(new PayterTerminal(true, "x".repeat(41), true, true, "EUR").toAnswer(NOW))
        .isInstanceOf(CloudAnswer.Unknown.class);
    assertThat(new PayterTerminal(true, "IDLE", true, true, "EURO").toAnswer(NOW))
        .isInstanceOf(CloudAnswer.Unknown.class);
  }
}
