package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.payter.SimulatorClient.Seen;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each setting of how a cloud speaks: as others meet it, and as one may assume it. */
class PayterDialectIT extends AtSimulator {
  private static final String TERMINAL = "/test/terminals/P1";
  private static final String SESSIONS = TERMINAL + "/sessions";
  private static final String GOOD_CARD = "{\"profile\":\"APPROVE_ALL\"}";
  private static final String REFUSES = "{\"profile\":\"REFUSE_ABOVE_HOLD\"}";

  @BeforeEach
  void setUp() throws IOException {
    client.setUp("P1", true);
  }

  @Test
  void eachCloudSpeaksItsOwnWay() throws IOException {
    client.speak("{\"startStopStatus\":200}");
    client.send("PUT", "/simulator/clouds/production/terminals/P1", "{}");

    assertThat(client.post(TERMINAL + "/stop").status()).isEqualTo(200);
    assertThat(client.post("/production/terminals/P1/stop").status()).isEqualTo(204);
    assertThat(client.get("/simulator/clouds/test/dialect").amount("startStopStatus"))
        .isEqualTo(200);
  }

  @Test
  void whatIsNotNamedIsAsByDefaultAgain() throws IOException {
    client.speak("{\"startStopStatus\":200}");
    client.speak("{\"declineStatus\":402}");

    assertThat(client.post(TERMINAL + "/stop").status()).isEqualTo(204);
  }

  @Test
  void referenceIsNothingToTheCloud() throws IOException {
    Seen first = authorize(GOOD_CARD, "r");
    Seen second = authorize(GOOD_CARD, "r");

    assertThat(second.text("sessionId")).isNotEqualTo(first.text("sessionId"));
    assertThat(client.get(SESSIONS + "?reference=r").body())
        .containsExactly(first.body(), second.body());
    assertThat(first.body().has("reference")).isFalse();
    assertThat(client.journal("r")).isEqualTo("RESERVED 5000 RESERVED 5000");
  }

  @Test
  void referenceThatIsHonouredMakesItHappenOnce() throws IOException {
    client.speak("{\"honoursReference\":true}");
    authorize(GOOD_CARD, "other");
    Seen first = authorize(GOOD_CARD, "r");

    assertThat(client.post(TERMINAL + "/authorize?reference=r")).isEqualTo(first);
    assertThat(first.text("reference")).isEqualTo("r");
    assertThat(client.get(SESSIONS + "?reference=r").body()).containsExactly(first.body());
    assertThat(client.get(SESSIONS + "?reference=none").body()).isEmpty();
  }

  @Test
  void sessionsOfOthersStandInTheList() throws IOException {
    Seen ours = authorize(GOOD_CARD, "r");
    var theirs =
        client.send(
            "POST", "/simulator/clouds/test/terminals/P1/sessions", "{\"minorUnits\":3000}");

    assertThat(theirs.status()).isEqualTo(201);
    assertThat(client.get(SESSIONS).body().findValuesAsText("sessionId"))
        .containsExactly(ours.text("sessionId"), theirs.text("sessionId"));
    assertThat(client.journal("somebody-else")).isEqualTo("RESERVED 3000");
    stop();
    start();
    assertThat(client.get(SESSIONS).body()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, true"})
  void confirmedIsShownOnlyIfSet(boolean setting, boolean shown) throws IOException {
    client.speak("{\"showsConfirmed\":" + setting + "}");
    String id = authorize(GOOD_CARD, "r").text("sessionId");
    client.setUp("P1", false);

    Seen accepted = client.post(SESSIONS + "/" + id + "/commit?commitAmount=2340");

    assertThat(accepted.text("state")).isEqualTo("COMMITTED");
    assertThat(accepted.body().has("confirmed")).isEqualTo(shown);
    assertThat(client.journal("r")).isEqualTo("RESERVED 5000");
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, true"})
  void refusalIsShownOnlyIfSet(boolean setting, boolean shown) throws IOException {
    client.speak("{\"showsRefusal\":" + setting + "}");

    Seen declined = authorize("{\"profile\":\"DECLINE\"}", "r");

    assertThat(declined.body().has("refusal")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void expiryIsShownOnlyIfSet(boolean setting, boolean shown) throws IOException {
    client.speak("{\"showsExpiry\":" + setting + "}");

    assertThat(authorize(GOOD_CARD, "r").body().has("expiresAt")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"READING_CARD, READING, CARD", "CARD_READING_READY, CARD_READING, READY"})
  void statesAreCalledAsSet(String setting, String reading, String read) throws IOException {
    client.speak("{\"states\":\"" + setting + "\"}");
    client.post(TERMINAL + "/start?authorizedAmount=5000");
    assertThat(client.get(TERMINAL).text("state")).isEqualTo(reading);

    client.tap("P1", GOOD_CARD);

    assertThat(client.get(TERMINAL).text("state")).isEqualTo(read);
  }

  @Test
  void cardIsToldUnderOtherNames() throws IOException {
    client.speak("{\"names\":\"MASKED_CARD_NUMBER\"}");
    client.post(TERMINAL + "/start?authorizedAmount=5000");
    client.tap("P1", GOOD_CARD);

    Seen card = client.get(TERMINAL + "/card");

    assertThat(card.text("scheme")).isEqualTo("VISA");
    assertThat(card.text("maskedCardNumber")).isEqualTo("************1234");
    assertThat(card.body().has("maskedPan")).isFalse();
  }

  @Test
  void declineMayBeARefusalOrAnotherState() throws IOException {
    client.speak("{\"declineStatus\":402}");
    assertThat(authorize("{\"profile\":\"DECLINE\"}", "r").status()).isEqualTo(402);

    client.speak("{\"declinedState\":\"FAILED\",\"declinedShowsAsked\":false}");
    Seen failed = authorize("{\"profile\":\"DECLINE\"}", "s");
    assertThat(failed.text("state")).isEqualTo("FAILED");
    assertThat(failed.amount("authorizedAmount")).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 422})
  void commitMayBeRefusedWithAnotherStatus(int status) throws IOException {
    client.speak("{\"commitRefusalStatus\":" + status + "}");
    String id = authorize(REFUSES, "r").text("sessionId");

    Seen refused = client.post(SESSIONS + "/" + id + "/commit?commitAmount=6000");

    assertThat(refused.status()).isEqualTo(status);
    assertThat(client.get(SESSIONS + "/" + id).text("state")).isEqualTo("AUTHORIZED");
  }

  @Test
  void refundsMayNotExist() throws IOException {
    client.speak("{\"refunds\":false}");
    String id = authorize(GOOD_CARD, "r").text("sessionId");
    client.post(SESSIONS + "/" + id + "/commit?commitAmount=2340");

    Seen refused = client.post(SESSIONS + "/" + id + "/refund?refundAmount=1&reference=x");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(client.get(SESSIONS + "/" + id).body().has("refunds")).isFalse();
  }

  private Seen authorize(String card, String reference) throws IOException {
    return client.authorize("P1", 5000, card, reference);
  }
}
