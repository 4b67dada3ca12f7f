package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A call that is carried out long after its caller has given it up. */
class PayterLateIT extends AtSimulator {
  private static final String TERMINAL = "/test/terminals/P1";
  private static final String START = TERMINAL + "/start?authorizedAmount=5000";
  private static final String CARD_OF = "{\"profile\":\"APPROVE_ALL\",\"lastFour\":\"%s\"}";

  @Test
  void commitIsCarriedOutAfterItsLookUp() throws Exception {
    String id = client.authorize("P1", 5000, CARD_OF.formatted("1111"), "a").text("sessionId");
    late("COMMIT", 300);

    assertThatThrownBy(() -> client.post(TERMINAL + "/sessions/" + id + "/commit?commitAmount=1"))
        .isInstanceOf(IOException.class);
    assertThat(client.get(TERMINAL + "/sessions/" + id).text("state")).isEqualTo("AUTHORIZED");

    awaitJournal("a", "RESERVED 5000 TAKEN 1 GIVEN_BACK 4999");
  }

  /** The card is the one that the terminal has read by then. */
  @Test
  void authorizeIsCarriedOutOnTheNextDriversCard() throws Exception {
    client.setUp("P1", true);
    client.post(START);
    client.tap("P1", CARD_OF.formatted("1111"));
    late("AUTHORIZE", 300);
    assertThatThrownBy(() -> client.post(TERMINAL + "/authorize?reference=a"))
        .isInstanceOf(IOException.class);

    client.post(TERMINAL + "/stop");
    client.post(START);
    client.tap("P1", CARD_OF.formatted("2222"));

    awaitJournal("a", "RESERVED 5000");
    assertThat(client.get(TERMINAL + "/sessions").body().findValuesAsText("maskedPan"))
        .containsExactly("************2222");
    assertThat(client.post(TERMINAL + "/authorize?reference=b").status()).isEqualTo(409);
  }

  @Test
  void lateCallThatFindsNoCardDoesNothing() throws Exception {
    client.setUp("P1", true);
    late("AUTHORIZE", 1);
    assertThatThrownBy(() -> client.post(TERMINAL + "/authorize?reference=a"))
        .isInstanceOf(IOException.class);

    Thread.sleep(200);

    assertThat(client.get(TERMINAL + "/sessions").body()).isEmpty();
  }

  private void late(String operation, long delayMillis) throws IOException {
    client.fault(
        "{\"operation\":\"%s\",\"kind\":\"ACT_LATE\",\"delayMillis\":%d}"
            .formatted(operation, delayMillis));
  }

  private void awaitJournal(String reference, String lines) throws Exception {
    for (int i = 0; i < 200 && !client.journal(reference).equals(lines); i++) {
      Thread.sleep(50);
    }
    assertThat(client.journal(reference)).isEqualTo(lines);
  }
}
