package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cloud payment service's protocol, spoken over HTTP. */
class PayterProtocolIT extends AtSimulator {
  private static final String TERMINAL = "/test/terminals/P1";

  @Test
  void terminalIsSeenInItsOwnCloudOnly() throws IOException {
    client.setUp("P1", true);

    assertThat(client.get(TERMINAL).text("state")).isEqualTo("IDLE");
    assertThat(client.get("/production/terminals/P1").status()).isEqualTo(404);
  }

  @Test
  void eachCloudTakesItsOwnKeyOnly() throws IOException {
    client.setUp("P1", true);

    assertThat(client.send("GET", TERMINAL, "", "CPS apikey=\"production-key\"").status())
        .isEqualTo(401);
  }

  @Test
  void startNeedsTheTerminalOnlineAndIdle() throws IOException {
    client.setUp("P1", false);
    assertThat(client.post(TERMINAL + "/start?authorizedAmount=5000").status()).isEqualTo(409);

    client.setUp("P1", true);
    assertThat(client.post(TERMINAL + "/start?authorizedAmount=5000").status()).isEqualTo(204);
    assertThat(client.get(TERMINAL).text("state")).isEqualTo("READING");
    assertThat(client.post(TERMINAL + "/start?authorizedAmount=5000").status()).isEqualTo(409);

    assertThat(client.post(TERMINAL + "/stop").status()).isEqualTo(204);
    assertThat(client.get(TERMINAL).text("state")).isEqualTo("IDLE");
  }

  @Test
  void longPollAnswersAsSoonAsTheCardIsRead() throws IOException, InterruptedException {
    client.setUp("P1", true);
    client.post(TERMINAL + "/start?authorizedAmount=5000");
    assertThat(client.get(TERMINAL + "/card").status()).isEqualTo(204);

    Thread tapsSoon =
        Thread.startVirtualThread(() -> {
          try {
            client.send(
                "POST",
                "/simulator/clouds/test/terminals/P1/tap",
                "{\"profile\":\"APPROVE_ALL\",\"lastFour\":\"4242\"}");
          } catch (IOException broken) {
            throw new IllegalStateException(broken);
          }
        });
    var card = client.get(TERMINAL + "/card?waitTime=30");

    assertThat(card.text("maskedPan")).isEqualTo("************4242");
    assertThat(card.text("ifd")).isEqualTo("CONTACTLESS");
    assertThat(card.text("aid")).isEqualTo("A0000000031010");
    assertThat(client.get(TERMINAL).text("state")).isEqualTo("CARD");
    tapsSoon.join();
  }

  @Test
  void authorizeSentAgainFindsNoCardAnyMore() throws IOException {
    client.authorize("P1", 5000, card("APPROVE_ALL"), "r:AUTHORIZE:1");
    var second = client.post(TERMINAL + "/authorize?reference=r:AUTHORIZE:1");

    assertThat(second.status()).isEqualTo(409);
    assertThat(client.journal("r")).isEqualTo("RESERVED 5000");
  }

  @Test
  void authorizeWithoutACardIsRefused() throws IOException {
    client.setUp("P1", true);

    assertThat(client.post(TERMINAL + "/authorize?reference=r").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVE_ALL, 2340, false, 200",
    "APPROVE_ALL, 6000, false, 200",
    "REFUSE_ABOVE_HOLD, 5000, false, 200",
    "REFUSE_ABOVE_HOLD, 5001, true, 409",
    "OVER_COMMIT, 6000, false, 409",
    "OVER_COMMIT, 6000, true, 200",
    "OVER_COMMIT, 7501, true, 409",
    "PARTIAL, 2500, false, 200",
    "PARTIAL, 2501, false, 409"
  })
  void bankDecidesHowMuchIsTaken(String profile, long amount, boolean overCommit, int status)
      throws IOException {
    String id = client.authorize("P1", 5000, card(profile), "r").text("sessionId");

    var answer =
        client.post(
            TERMINAL
                + "/sessions/"
                + id
                + "/commit?commitAmount="
                + amount
                + "&overCommit="
                + overCommit);

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void declinedCardHoldsNothing() throws IOException {
    var declined = client.authorize("P1", 5000, card("DECLINE"), "r");

    assertThat(declined.status()).isEqualTo(200);
    assertThat(declined.text("state")).isEqualTo("DECLINED");
    assertThat(declined.amount("authorizedAmount")).isEqualTo(5000);
    assertThat(client.get(TERMINAL + "/sessions").body()).containsExactly(declined.body());
    assertThat(client.journal("r")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"profile\":\"DECLINE\"}                                    | DECLINED",
        "{\"profile\":\"DECLINE\",\"declineCode\":\"PIN_REQUIRED\"} | PIN_REQUIRED"
      })
  void bankSaysWhyItDeclines(String card, String code) throws IOException {
    client.speak("{\"declineStatus\":402,\"honoursReference\":true,\"showsRefusal\":true}");
    assertThat(client.authorize("P1", 5000, card, "r").text("code")).isEqualTo(code);
    assertThat(client.post(TERMINAL + "/authorize?reference=r").text("code")).isEqualTo(code);

    var sessions = client.get(TERMINAL + "/sessions?reference=r").body();
    assertThat(sessions.get(0).required("refusal").textValue()).isEqualTo(code);
  }

  @Test
  void commitFreesTheRestAndIsFinal() throws IOException {
    String id = client.authorize("P1", 5000, card("APPROVE_ALL"), "r").text("sessionId");
    String session = TERMINAL + "/sessions/" + id;

    var committed = client.post(session + "/commit?commitAmount=2340");

    assertThat(committed.amount("committedAmount")).isEqualTo(2340);
    assertThat(client.post(session + "/commit?commitAmount=2340").status()).isEqualTo(409);
    assertThat(client.post(session + "/cancel").status()).isEqualTo(409);
    assertThat(client.journal("r")).isEqualTo("RESERVED 5000 TAKEN 2340 GIVEN_BACK 2660");
  }

  @Test
  void commitTellsWhatAReceiptNeeds() throws IOException {
    var authorized = client.authorize("P1", 5000, card("APPROVE_ALL"), "r");

    var committed =
        client.post(
            TERMINAL + "/sessions/" + authorized.text("sessionId") + "/commit?commitAmount=2340");

    assertThat(committed.text("aid")).isEqualTo("A0000000031010");
    assertThat(committed.text("maskedPan")).isEqualTo("************1234");
    assertThat(committed.text("authorizationCode")).isEqualTo(authorized.text("authorizationCode"));
  }

  @Test
  void severalSessionsOfOneTerminalAreOpenAtOnce() throws IOException {
    String first = client.authorize("P1", 5000, card("APPROVE_ALL"), "a").text("sessionId");
    String second = client.authorize("P1", 3000, card("APPROVE_ALL"), "b").text("sessionId");

    assertThat(client.post(TERMINAL + "/sessions/" + first + "/cancel").status()).isEqualTo(200);
    assertThat(client.get(TERMINAL + "/sessions/" + second).text("state")).isEqualTo("AUTHORIZED");
  }

  @Test
  void holdThatHasEndedIsNotCaptured() throws IOException {
    String expired = "{\"profile\":\"APPROVE_ALL\",\"validForSeconds\":0}";
    String id = client.authorize("P1", 5000, expired, "r").text("sessionId");

    var answer = client.post(TERMINAL + "/sessions/" + id + "/commit?commitAmount=100");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("EXPIRED");
  }

  private static String card(String profile) {
    return "{\"profile\":\"" + profile + "\"}";
  }
}
