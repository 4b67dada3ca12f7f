package dev.holdfast.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {
  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

  @Test
  void handsTheTraceAndItsFlagsOnWithANewSpan() {
    String child = Traceparent.childOf(PARENT);
    assertThat(child).startsWith(PARENT.substring(0, 36)).endsWith("-00").isNotEqualTo(PARENT);
    assertThat(child).hasSameSizeAs(PARENT);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
      })
  void beginsATraceWhereThereIsNone(String parent) {
    assertThat(Traceparent.childOf(parent)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(Traceparent.childOf(parent)).isNotEqualTo(Traceparent.childOf(parent));
  }

  @Test
  void isValidOnlyAsTheStandardWritesIt() {
    assertThat(Traceparent.isValid(PARENT)).isTrue();
    assertThat(Traceparent.isValid(PARENT + "-4111111111111111")).isFalse();
  }
}
