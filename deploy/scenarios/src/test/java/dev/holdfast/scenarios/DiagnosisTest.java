package dev.holdfast.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final String CHECKS =
      """
      "checks":[
        {"number":1,"outcome":"PASS","evidence":"seen","remedy":null,"whoActs":null},
        {"number":3,"outcome":"FAIL","evidence":"seen","remedy":"Ask.","whoActs":"VENDOR"},
        {"number":7,"outcome":"WARN","evidence":"seen","remedy":"Set it.","whoActs":"CPO"}]
      """;

  private static final Diagnosis FAILING =
      diagnosis(
          """
          {"ready":false,"check":3,"title":"environments pair","summary":"It is elsewhere.",
           "remedy":"Ask the vendor.","whoActs":"VENDOR"}
          """);
  private static final Diagnosis READY =
      diagnosis(
          """
          {"ready":true,"check":null,"title":null,"summary":"Ready.","remedy":null,"whoActs":null}
          """);

  @Test
  void failingCheckIsTheVerdictsWhicheverIsLookedAt() {
    var advice = new Advice(3, "FAIL", "VENDOR", "Ask the vendor.");

    assertThat(FAILING.advice(3)).isEqualTo(advice);
    assertThat(FAILING.advice(7)).isEqualTo(advice);
    assertThat(FAILING.advice(0)).isEqualTo(advice);
    assertThat(FAILING.verdict()).isEqualTo("environments pair: It is elsewhere.");
  }

  @Test
  void readyTerminalNeedsNothingUnlessACheckThatIsLookedAtSaysSo() {
    assertThat(READY.advice(0)).isEqualTo(Advice.NONE);
    assertThat(READY.advice(1)).isEqualTo(new Advice(1, "PASS", "-", "-"));
    assertThat(READY.advice(7)).isEqualTo(new Advice(7, "WARN", "CPO", "Set it."));
    assertThat(READY.verdict()).isEqualTo("Ready.");
  }

  @Test
  void mendedIsReadyWithTheCheckContent() {
    assertThat(READY.isMended(0)).isTrue();
    assertThat(READY.isMended(1)).isTrue();
    assertThat(READY.isMended(7)).isFalse();
    assertThat(FAILING.isMended(0)).isFalse();
    assertThat(FAILING.isMended(1)).isFalse();
  }

  @Test
  void checkThatIsMissingIsNoPass() {
    assertThatThrownBy(() -> READY.advice(9))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no check 9");
  }

  private static Diagnosis diagnosis(String verdict) {
    try {
      return new Diagnosis(
          new ObjectMapper().readTree("{\"verdict\":" + verdict + "," + CHECKS + "}"));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
