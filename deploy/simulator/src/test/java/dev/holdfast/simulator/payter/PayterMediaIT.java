package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.payter.SimulatorClient.Seen;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What else than bank cards is held to a terminal. */
class PayterMediaIT extends AtSimulator {
  private static final String TERMINAL = "/test/terminals/P1";
  private static final String START = TERMINAL + "/start?authorizedAmount=5000";

  @BeforeEach
  void setUp() throws IOException {
    client.setUp("P1", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QR_CODE", "PROPRIETARY"})
  void isToldByWhatItIsAndHasNoBank(String medium) throws IOException {
    client.post(START);
    tap(medium);

    Seen read = client.get(TERMINAL + "/card");
    assertThat(read.text("ifd")).isEqualTo(medium);
    assertThat(read.body().has("maskedPan")).isFalse();
    assertThat(client.post(TERMINAL + "/authorize?reference=r").text("state"))
        .isEqualTo("DECLINED");
    assertThat(client.journal("r")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', CONTACTLESS, CARD",
    "'', PROPRIETARY, CARD",
    "&supportedPaymentMethods=QR_CODE, QR_CODE, CARD",
    "&supportedPaymentMethods=QR_CODE, CONTACTLESS, READING",
    "&supportedPaymentMethods=QR_CODE, PROPRIETARY, READING",
    "&supportedPaymentMethods=EMV, CONTACTLESS, CARD",
    "&supportedPaymentMethods=EMV, QR_CODE, READING",
    "&supportedPaymentMethods=EMV&supportedPaymentMethods=QR_CODE, QR_CODE, CARD"
  })
  void startReadsOnlyWhatItNames(String methods, String medium, String state) throws IOException {
    client.post(START + methods);
    tap(medium);

    assertThat(client.get(TERMINAL).text("state")).isEqualTo(state);
  }

  @Test
  void whatAStartDoesNotReadWaitsForTheNext() throws IOException {
    client.post(START + "&supportedPaymentMethods=EMV");
    tap("QR_CODE");
    tap("CONTACTLESS");
    assertThat(client.get(TERMINAL + "/card").text("ifd")).isEqualTo("CONTACTLESS");
    stop();

    start();
    client.post(TERMINAL + "/stop");
    client.post(START);

    assertThat(client.get(TERMINAL + "/card").text("ifd")).isEqualTo("QR_CODE");
  }

  @Test
  void startMayReadAllWhateverItNames() throws IOException {
    client.speak("{\"readsPaymentMethods\":false}");
    client.post(START + "&supportedPaymentMethods=QR_CODE");
    tap("CONTACTLESS");

    assertThat(client.get(TERMINAL).text("state")).isEqualTo("CARD");
  }

  @Test
  void cardMayBeKnownToTheCloudByDigits() throws IOException {
    client.post(START);
    client.tap("P1", "{\"profile\":\"APPROVE_ALL\",\"cardId\":\"4111111111111111\"}");

    assertThat(client.get(TERMINAL + "/card").text("cardId")).isEqualTo("4111111111111111");
  }

  private void tap(String medium) throws IOException {
    client.tap("P1", "{\"profile\":\"APPROVE_ALL\",\"medium\":\"" + medium + "\"}");
  }
}
