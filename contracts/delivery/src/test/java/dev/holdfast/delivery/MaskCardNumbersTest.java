package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class MaskCardNumbersTest {
  private static final String NUMBER = "4111 1111 1111 1111";

  @Test
  void neitherALineNorAParameterNorAnExceptionTellsANumber() {
    var failure =
        new IllegalStateException("outer", new IllegalArgumentException("read " + NUMBER));
    failure.addSuppressed(new IllegalArgumentException("and " + NUMBER));
    var line = new ExtLogRecord(Level.INFO, "paid %s, " + NUMBER, getClass().getName());
    line.setMessage("paid with %s, " + NUMBER, ExtLogRecord.FormatStyle.PRINTF);
    line.setParameters(new Object[] {NUMBER});
    line.setThrown(failure);

    assertThat(formatted(line))
        .doesNotContain(NUMBER, "4111")
        .contains("paid with ***************1111, ***************1111")
        .contains("java.lang.IllegalArgumentException: read ***************1111")
        .contains("Suppressed: java.lang.IllegalArgumentException: and ***************1111")
        .contains("MaskCardNumbersTest.neitherALine");
  }

  @Test
  void whatHoldsNoNumberIsLoggedAsItIs() {
    var failure = new IllegalStateException("0199c5f0-7a51-7000-8000-000000000000");
    var line = new ExtLogRecord(Level.INFO, "reference", getClass().getName());
    line.setThrown(failure);

    assertThat(formatted(line)).contains("0199c5f0-7a51-7000-8000-000000000000");
    assertThat(line.getThrown()).isSameAs(failure);
  }

  private static String formatted(ExtLogRecord line) {
    assertThat(new MaskCardNumbers().isLoggable(line)).isTrue();
    return new PatternFormatter("%s%e%n").format(line);
  }
}
