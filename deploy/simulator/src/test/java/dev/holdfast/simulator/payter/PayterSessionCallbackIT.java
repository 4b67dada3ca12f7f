package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cloud tells of an order that had to wait for the terminal. */
class PayterSessionCallbackIT extends AtSimulator {
  private static final String SESSIONS = "/test/terminals/P1/sessions/";
  private static final String GOOD_CARD = "{\"profile\":\"APPROVE_ALL\"}";

  private CallbackListener listener;

  @BeforeEach
  void listen() throws IOException {
    listener = CallbackListener.start();
    client.setUp("P1", true);
  }

  @AfterEach
  void hangUp() {
    listener.close();
  }

  @Test
  void endOfASessionIsToldOnlyWhenItHadToWait() throws Exception {
    String atOnce = authorize(GOOD_CARD, "a");
    client.post(SESSIONS + atOnce + "/commit?commitAmount=2340");
    String waited = authorize(GOOD_CARD, "b");
    client.setUp("P1", false);
    client.post(SESSIONS + waited + "/commit?commitAmount=2340");

    client.setUp("P1", true);

    assertThat(listener.next().required("session")).isEqualTo(client.get(SESSIONS + waited).body());
    listener.hearsNothingMore();
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVE_ALL, cancel, CANCELLED",
    "REFUSE_ABOVE_HOLD, commit?commitAmount=6000, AUTHORIZED"
  })
  void otherEndsAreToldToo(String profile, String order, String state) throws Exception {
    String id = authorize("{\"profile\":\"" + profile + "\"}", "r");
    client.setUp("P1", false);
    client.post(SESSIONS + id + "/" + order);

    client.setUp("P1", true);

    assertThat(heard("state")).isEqualTo(state);
  }

  @Test
  void goesToTheUrlOfTheSessionsOwnStart() throws Exception {
    String id = authorize(GOOD_CARD, "r");
    client.post("/test/terminals/P1/start?authorizedAmount=5000");
    client.setUp("P1", false);
    client.post(SESSIONS + id + "/cancel");

    client.setUp("P1", true);

    assertThat(heard("sessionId")).isEqualTo(id);
  }

  @Test
  void urlOfASessionOutlivesARestart() throws Exception {
    String id = authorize(GOOD_CARD, "r");
    client.setUp("P1", false);
    client.post(SESSIONS + id + "/cancel");
    stop();

    start();
    listener.hearsNothingMore();
    client.setUp("P1", true);

    assertThat(heard("state")).isEqualTo("CANCELLED");
    listener.hearsNothingMore();
  }

  private String heard(String field) throws InterruptedException {
    return listener.next().required("session").required(field).textValue();
  }

  /** Taps and authorizes, and hears of the card. */
  private String authorize(String card, String reference) throws Exception {
    client.post("/test/terminals/P1/start?authorizedAmount=5000&callbackUrl=" + listener.url());
    client.tap("P1", card);
    listener.next();
    return client.post("/test/terminals/P1/authorize?reference=" + reference).text("sessionId");
  }
}
