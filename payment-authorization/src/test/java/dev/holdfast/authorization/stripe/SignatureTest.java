package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.stripe.Signature.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures were made by another implementation of HMAC-SHA256. */
class SignatureTest {
  private static final byte[] BODY =
      "{\"id\":\"evt_1\",\"object\":\"event\"}\n".getBytes(StandardCharsets.UTF_8);
  private static final Instant SIGNED = Instant.ofEpochSecond(1_700_000_000);
  private static final String OF_ONE =
      "558f9f3ce0939e9987de9a34d6f74bb7f4e71e2f584c428e8e8298054ba2ff04";
  private static final String OF_TWO =
      "98c3e4680753c9a16004637cdd953a65e8ae01d5c84adcfbc41edaf499e55872";
  private static final String GOOD = "t=1700000000,v1=" + OF_ONE;

  @Test
  void acceptsWhatWasSignedWithTheSecret() {
    assertThat(check(GOOD, BODY, SIGNED)).isEqualTo(Verdict.GOOD);
  }

  @Test
  void acceptsOneOfSeveralWhileTheSecretIsExchanged() {
    var both = "t=1700000000,v0=00,v1=" + OF_TWO + ", v1=" + OF_ONE;

    assertThat(check(both, BODY, SIGNED)).isEqualTo(Verdict.GOOD);
    assertThat(check("t=1700000000,v1=" + OF_TWO, BODY, SIGNED)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void refusesAnotherBodyDownToTheLastByte() {
    var trimmed = new String(BODY, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);

    assertThat(check(GOOD, trimmed, SIGNED)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void refusesAnotherTimeThanWasSigned() {
    assertThat(check("t=1700000001,v1=" + OF_ONE, BODY, SIGNED)).isEqualTo(Verdict.WRONG);
  }

  @ParameterizedTest
  @CsvSource({"300, GOOD", "301, OUT_OF_TIME", "-300, GOOD", "-301, OUT_OF_TIME"})
  void refusesWhatIsTooOldOrTooFarAhead(long seconds, Verdict verdict) {
    assertThat(check(GOOD, BODY, SIGNED.plusSeconds(seconds))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=1700000000",
        "v1=558f9f3ce0939e9987de9a34d6f74bb7f4e71e2f584c428e8e8298054ba2ff04",
        "t=,v1=558f9f3ce0939e9987de9a34d6f74bb7f4e71e2f584c428e8e8298054ba2ff04",
        "t=17e8,v1=558f9f3ce0939e9987de9a34d6f74bb7f4e71e2f584c428e8e8298054ba2ff04",
        "t=99999999999999999999,v1=558f9f3ce0939e9987de9a34d6f74bb7f4e71e2f584c428e8e8298054ba2ff04",
        "t=1700000000,v1=abc",
        "t=1700000000,v0=558f9f3ce0939e9987de9a34d6f74bb7f4e71e2f584c428e8e8298054ba2ff04",
        "nonsense",
      })
  void refusesWhatIsNoSignature(String header) {
    assertThat(check(header, BODY, SIGNED)).isEqualTo(Verdict.MALFORMED);
  }

  private static Verdict check(String header, byte[] body, Instant now) {
    return Signature.check(header, body, "whsec_one", now);
  }
}
