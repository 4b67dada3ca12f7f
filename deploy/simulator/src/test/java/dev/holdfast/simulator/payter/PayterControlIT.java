package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults, offline terminals, restarts, and what is refused at each door. */
class PayterControlIT extends AtSimulator {
  private static final String SESSIONS = "/test/terminals/P1/sessions/";
  private static final String GOOD_CARD = "{\"profile\":\"APPROVE_ALL\"}";

  @Test
  void actThenDropTakesTheMoneyAndAnswersNothing() throws IOException {
    String id = client.authorize("P1", 5000, GOOD_CARD, "r").text("sessionId");
    client.fault("{\"operation\":\"COMMIT\",\"kind\":\"ACT_THEN_DROP\",\"serial\":\"P1\"}");

    assertThatThrownBy(() -> client.post(SESSIONS + id + "/commit?commitAmount=2340"))
        .isInstanceOf(IOException.class);

    assertThat(client.get(SESSIONS + id).text("state")).isEqualTo("COMMITTED");
    assertThat(client.post(SESSIONS + id + "/commit?commitAmount=2340").status()).isEqualTo(409);
  }

  @Test
  void dropAndServerErrorDoNotAct() throws IOException {
    String id = client.authorize("P1", 5000, GOOD_CARD, "r").text("sessionId");
    client.fault("{\"operation\":\"COMMIT\",\"kind\":\"DROP\"}");
    client.fault("{\"operation\":\"COMMIT\",\"kind\":\"SERVER_ERROR\"}");

    assertThatThrownBy(() -> client.post(SESSIONS + id + "/commit?commitAmount=1"))
        .isInstanceOf(IOException.class);
    assertThat(client.post(SESSIONS + id + "/commit?commitAmount=1").status()).isEqualTo(500);

    assertThat(client.get(SESSIONS + id).text("state")).isEqualTo("AUTHORIZED");
    assertThat(client.get("/simulator/faults").body()).isEmpty();
  }

  @Test
  void whatIsRefusedOnceMayBeDoneLater() throws IOException {
    String id = client.authorize("P1", 5000, GOOD_CARD, "r").text("sessionId");
    client.fault("{\"operation\":\"CANCEL\",\"kind\":\"REFUSE\"}");

    assertThat(client.post(SESSIONS + id + "/cancel").status()).isEqualTo(402);
    assertThat(client.get(SESSIONS + id).text("state")).isEqualTo("AUTHORIZED");
    assertThat(client.journal("r")).isEqualTo("RESERVED 5000");

    assertThat(client.post(SESSIONS + id + "/cancel").status()).isEqualTo(200);
    assertThat(client.get(SESSIONS + id).text("state")).isEqualTo("CANCELLED");
  }

  @Test
  void lateAnswerComesAfterTheAct() throws IOException {
    String id = client.authorize("P1", 5000, GOOD_CARD, "r").text("sessionId");
    client.fault("{\"operation\":\"COMMIT\",\"kind\":\"ANSWER_LATE\",\"delayMillis\":200}");
    long before = System.nanoTime();

    assertThat(client.post(SESSIONS + id + "/commit?commitAmount=1").status()).isEqualTo(200);

    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000L);
  }

  @Test
  void faultWithProbabilityStaysUntilItIsCleared() throws IOException {
    client.setUp("P1", true);
    client.fault("{\"operation\":\"TERMINAL\",\"kind\":\"SERVER_ERROR\",\"probability\":1.0}");
    assertThat(client.get("/test/terminals/P1").status()).isEqualTo(500);
    assertThat(client.get("/test/terminals/P1").status()).isEqualTo(500);

    client.send("DELETE", "/simulator/faults", "");

    assertThat(client.get("/test/terminals/P1").status()).isEqualTo(200);
  }

  @Test
  void offlineTerminalAcceptsNowAndTakesWhenItIsBack() throws IOException {
    client.speak("{\"showsConfirmed\":true}");
    String id = client.authorize("P1", 5000, GOOD_CARD, "r").text("sessionId");
    client.setUp("P1", false);

    assertThat(client.post(SESSIONS + id + "/commit?commitAmount=2340").status()).isEqualTo(200);
    assertThat(confirmed(id)).isFalse();
    assertThat(client.journal("r")).isEqualTo("RESERVED 5000");

    client.setUp("P1", true);
    assertThat(confirmed(id)).isTrue();
    assertThat(client.journal("r")).isEqualTo("RESERVED 5000 TAKEN 2340 GIVEN_BACK 2660");
  }

  @Test
  void refusalOfWhatWasAcceptedOfflineComesLater() throws IOException {
    client.speak("{\"showsRefusal\":true}");
    String refuses = "{\"profile\":\"REFUSE_ABOVE_HOLD\"}";
    String id = client.authorize("P1", 5000, refuses, "r").text("sessionId");
    client.setUp("P1", false);
    client.post(SESSIONS + id + "/commit?commitAmount=6000");

    client.setUp("P1", true);

    var session = client.get(SESSIONS + id);
    assertThat(session.text("state")).isEqualTo("AUTHORIZED");
    assertThat(session.text("refusal")).isEqualTo("NOT_PERMITTED");
  }

  @Test
  void stateIsRebuiltFromTheJournalEvenAfterAHalfWrittenLine() throws IOException {
    String id = client.authorize("P1", 5000, GOOD_CARD, "r").text("sessionId");
    client.post(SESSIONS + id + "/commit?commitAmount=2340");
    stop();
    Files.writeString(folder.resolve("journal"), "{\"fact\":\"Com", StandardOpenOption.APPEND);

    start();

    assertThat(client.get(SESSIONS + id).amount("committedAmount")).isEqualTo(2340);
    assertThat(client.journal("r")).isEqualTo("RESERVED 5000 TAKEN 2340 GIVEN_BACK 2660");
    client.setUp("P1", true);
    assertThat(client.get("/test/terminals/P1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT    | /simulator/clouds/moon/terminals/P1     | {}                      | 400 | cloud",
        "PUT    | /simulator/clouds/test/terminals/P_1    | {}                      | 400 | serial",
        "PUT    | /simulator/clouds/test/terminals/P1     | {\"currency\":\"EURO\"} | 400 | currency",
        "PUT    | /simulator/clouds/test/terminals/P1     | {\"colour\":1}          | 400 | colour",
        "PUT    | /simulator/clouds/test/terminals/P1     | [                       | 400 | JSON",
        "POST   | /simulator/clouds/test/terminals/P9/tap | {\"profile\":\"DECLINE\"} | 404 | P9",
        "POST   | /simulator/clouds/test/terminals/P1/tap | {\"profile\":\"KIND\"}  | 400 | DECLINE",
        "POST   | /simulator/clouds/test/terminals/P1/tap | {}                      | 400 | profile",
        "POST   | /simulator/clouds/test/terminals/P1/tap | {\"profile\":\"DECLINE\",\"lastFour\":\"4242424242424242\"} | 400 | lastFour",
        "POST   | /simulator/clouds/test/terminals/P1/tap | {\"profile\":\"DECLINE\",\"declineCode\":\"no pin\"} | 400 | declineCode",
        "POST   | /simulator/clouds/test/terminals/P1/tap | {\"profile\":\"DECLINE\",\"medium\":\"FINGER\"} | 400 | QR_CODE",
        "POST   | /simulator/clouds/test/terminals/P1/tap | {\"profile\":\"DECLINE\",\"cardId\":\"a b\"} | 400 | cardId",
        "POST   | /simulator/clouds/test/terminals/P1/sessions | {} | 400 | minorUnits",
        "POST   | /simulator/clouds/test/terminals/P1/sessions | {\"minorUnits\":0} | 400 | minorUnits",
        "PUT    | /simulator/clouds/moon/dialect          | {}                      | 400 | cloud",
        "PUT    | /simulator/clouds/test/dialect          | {\"startStopStatus\":201} | 400 | startStopStatus",
        "PUT    | /simulator/clouds/test/dialect          | {\"declineStatus\":500} | 400 | declineStatus",
        "PUT    | /simulator/clouds/test/dialect          | {\"declinedState\":\"\"} | 400 | declinedState",
        "PUT    | /simulator/clouds/test/dialect          | {\"commitRefusalStatus\":200} | 400 | commitRefusalStatus",
        "PUT    | /simulator/clouds/test/dialect          | {\"states\":\"ODD\"}   | 400 | CARD_READING_READY",
        "POST   | /simulator/faults                       | {\"operation\":\"COMMIT\"} | 400 | kind",
        "POST   | /simulator/faults                       | {\"operation\":\"COMMIT\",\"kind\":\"DROP\",\"times\":0} | 400 | times",
        "POST   | /simulator/faults                       | {\"operation\":\"COMMIT\",\"kind\":\"DUPLICATE\"} | 400 | DUPLICATE",
        "POST   | /simulator/faults                       | {\"operation\":\"CALLBACK\",\"kind\":\"SERVER_ERROR\"} | 400 | CALLBACK",
        "PUT    | /simulator/latency                      | {\"medianMillis\":9,\"p99Millis\":1} | 400 | p99Millis",
        "PUT    | /simulator/status-page                  | {\"status\":\"fine\"}   | 400 | operational",
        "DELETE | /simulator/journal                      | ''                      | 405 | GET",
        "GET    | /nowhere                                | ''                      | 404 | /test",
        "POST   | /test/terminals/P1/start?authorizedAmount=-1    | '' | 400 | authorizedAmount",
        "POST   | /test/terminals/P1/start?authorizedAmount=9e9   | '' | 400 | authorizedAmount",
        "POST   | /test/terminals/P1/start                        | '' | 400 | authorizedAmount",
        "POST   | /test/terminals/P9/start?authorizedAmount=1     | '' | 404 | P9",
        "POST   | /test/terminals/P1/sessions/x/commit?commitAmount=1 | '' | 404 | x"
      })
  void badInputIsRefusedWithItsReason(
      String method, String path, String body, int status, String named) throws IOException {
    client.setUp("P1", true);

    var answer = client.send(method, path, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("message")).contains(named);
  }

  private boolean confirmed(String id) throws IOException {
    return client.get(SESSIONS + id).body().required("confirmed").booleanValue();
  }
}
