package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/cards",
        "https://localhost/cards?of=P1",
        "http://127.9.9.9/",
        "http://[::1]:1"
      })
  void takesTheLoopback(String text) {
    assertThat(CallbackUrl.of(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cards",
        "127.0.0.1:8080",
        "http:///cards",
        "http:cards",
        "ftp://127.0.0.1/",
        "file:///etc/hosts",
        "http://192.168.0.1/",
        "http://example.org/",
        "http://localhost.example.org/",
        "http://127.0.0.1.example.org/",
        "http://127.0.0.1@example.org/",
        "http://me@127.0.0.1/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1/a card"
      })
  void refusesWhatIsNoAddressThere(String text) {
    assertThatThrownBy(() -> CallbackUrl.of(text))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("absolute http or https URL on the loopback")
        .hasMessageContaining(text);
  }

  @Test
  void takesFiveHundredCharactersAndNoMore() {
    String longest = "http://127.0.0.1/" + "a".repeat(483);
    assertThat(CallbackUrl.of(longest).text()).hasSize(500);

    assertThatThrownBy(() -> CallbackUrl.of(longest + "a"))
        .isInstanceOf(Refused.class)
        .hasMessage("callbackUrl has at most 500 characters.");
  }
}
