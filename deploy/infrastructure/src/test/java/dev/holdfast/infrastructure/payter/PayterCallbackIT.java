package dev.holdfast.infrastructure.payter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cloud tells by itself: a card was read, an order that waited was carried out. */
class PayterCallbackIT {
  private static final String TERMINAL = "/test/terminals/P1";
  private static final String SESSIONS = TERMINAL + "/sessions/";
  private static final String GOOD_CARD = "{\"profile\":\"APPROVE_ALL\",\"lastFour\":\"4242\"}";

  @TempDir private Path folder;
  private PayterSimulator simulator;
  private SimulatorClient client;
  private CallbackListener listener;

  @BeforeEach
  void start() throws IOException {
    listener = CallbackListener.start();
    startSimulator();
    client.setUp("P1", true);
  }

  private void startSimulator() {
    simulator = PayterSimulator.start(0, folder.resolve("journal"));
    client = new SimulatorClient(simulator.url());
  }

  @AfterEach
  void stop() {
    stopSimulator();
    listener.close();
  }

  private void stopSimulator() {
    client.close();
    simulator.close();
  }

  @Test
  void cardIsToldToTheUrlOfItsStart() throws Exception {
    startWith(listener.url());
    tap(GOOD_CARD);

    String cardId = client.get(TERMINAL + "/card").text("cardId");
    assertThat(listener.next().toString())
        .isEqualTo(
            "{\"event\":\"CARD_READ\",\"serialNumber\":\"P1\",\"cardId\":\""
                + cardId
                + "\",\"scheme\":\"VISA\",\"maskedCardNumber\":\"************4242\"}");
    listener.hearsNothingMore();
  }

  @Test
  void cardThatWaitedIsToldAsSoonAsTheTerminalIsStarted() throws Exception {
    tap(GOOD_CARD);
    startWith(listener.url());

    assertThat(event(listener.next())).isEqualTo("CARD_READ");
  }

  @Test
  void cardOfAStartThatWasStoppedOrNamedNoUrlIsNotTold() throws Exception {
    startWith(listener.url());
    client.post(TERMINAL + "/stop");
    client.post(TERMINAL + "/start?authorizedAmount=5000&uiMessage=Welcome");
    tap(GOOD_CARD);

    listener.hearsNothingMore();
  }

  @Test
  void lateCallbackOfAStartThatWasStoppedMeanwhileIsNotSent() throws Exception {
    fault("{\"operation\":\"CALLBACK\",\"kind\":\"ANSWER_LATE\",\"delayMillis\":100}");
    startWith(listener.url());
    tap(GOOD_CARD);
    client.post(TERMINAL + "/stop");
    startWith(listener.url());

    listener.hearsNothingMore();
  }

  @Test
  void lateCallbackComesEvenAfterTheCardWasAuthorized() throws Exception {
    fault("{\"operation\":\"CALLBACK\",\"kind\":\"ANSWER_LATE\",\"delayMillis\":200}");
    startWith(listener.url());
    tap(GOOD_CARD);
    String cardId = client.get(TERMINAL + "/card").text("cardId");
    long before = System.nanoTime();
    assertThat(client.post(TERMINAL + "/authorize?reference=r").status()).isEqualTo(200);

    assertThat(listener.next().required("cardId").textValue()).isEqualTo(cardId);
    assertThat(System.nanoTime() - before).isGreaterThan(100_000_000L);
  }

  @Test
  void droppedCallbackIsNeverSent() throws Exception {
    fault("{\"operation\":\"CALLBACK\",\"kind\":\"DROP\",\"serial\":\"P1\"}");
    startWith(listener.url());
    tap(GOOD_CARD);
    listener.hearsNothingMore();

    client.post(TERMINAL + "/stop");
    startWith(listener.url());
    tap(GOOD_CARD);
    assertThat(event(listener.next())).isEqualTo("CARD_READ");
  }

  @Test
  void duplicateCallbackIsTheSameTwice() throws Exception {
    fault("{\"operation\":\"CALLBACK\",\"kind\":\"DUPLICATE\",\"probability\":1}");
    startWith(listener.url());
    tap(GOOD_CARD);

    assertThat(listener.next()).isEqualTo(listener.next());
    listener.hearsNothingMore();
  }

  @Test
  void failedCallbackIsSentAgainAtMostTwice() throws Exception {
    listener.answer(500, 404, 500);
    startWith(listener.url());
    tap(GOOD_CARD);

    assertThat(listener.next()).isEqualTo(listener.next()).isEqualTo(listener.next());
    listener.hearsNothingMore();
  }

  @Test
  void listenerThatDoesNotAnswerHoldsNobodyUp() throws Exception {
    var goOn = listener.fallSilent();
    startWith(listener.url());
    tap(GOOD_CARD);
    listener.next();

    assertThat(client.post(TERMINAL + "/authorize?reference=r").status()).isEqualTo(200);
    goOn.countDown();
  }

  @Test
  void listenerThatIsAwayChangesNothing() throws Exception {
    listener.close();
    startWith(listener.url());
    tap(GOOD_CARD);

    assertThat(client.post(TERMINAL + "/authorize?reference=r").status()).isEqualTo(200);
  }

  @Test
  void endOfASessionIsToldOnlyWhenItHadToWait() throws Exception {
    String atOnce = authorize(GOOD_CARD, "a");
    client.post(SESSIONS + atOnce + "/commit?commitAmount=2340");
    String waited = authorize(GOOD_CARD, "b");
    client.setUp("P1", false);
    client.post(SESSIONS + waited + "/commit?commitAmount=2340");

    client.setUp("P1", true);

    assertThat(listener.next().toString())
        .isEqualTo(
            "{\"event\":\"SESSION_UPDATED\",\"serialNumber\":\"P1\",\"sessionId\":\""
                + waited
                + "\",\"reference\":\"b\",\"state\":\"COMMITTED\"}");
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

    assertThat(listener.next().required("state").textValue()).isEqualTo(state);
  }

  @Test
  void urlOutlivesARestart() throws Exception {
    String id = authorize(GOOD_CARD, "r");
    startWith(listener.url());
    client.setUp("P1", false);
    client.post(SESSIONS + id + "/cancel");
    stopSimulator();

    startSimulator();
    client.setUp("P1", true);
    assertThat(event(listener.next())).isEqualTo("SESSION_UPDATED");
    tap(GOOD_CARD);
    assertThat(event(listener.next())).isEqualTo("CARD_READ");
    listener.hearsNothingMore();
  }

  @Test
  void journalOfBeforeThereWereCallbacksIsRead() throws Exception {
    startWith(listener.url());
    stopSimulator();
    Path journal = folder.resolve("journal");
    String lines = Files.readString(journal);
    assertThat(lines).contains(",\"callbackUrl\":\"" + listener.url() + "\"");
    Files.writeString(journal, lines.replaceFirst(",\"callbackUrl\":\"[^\"]*\"", ""));

    startSimulator();

    assertThat(client.get(TERMINAL).text("state")).isEqualTo("CARD_READING");
    tap(GOOD_CARD);
    listener.hearsNothingMore();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cards", "http%3A%2F%2Fexample.org%2F", "ftp%3A%2F%2F127.0.0.1%2F"})
  void urlElsewhereIsRefused(String url) throws IOException {
    var answer = client.post(TERMINAL + "/start?authorizedAmount=5000&callbackUrl=" + url);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("message")).contains("loopback");
    assertThat(client.get(TERMINAL).text("state")).isEqualTo("IDLE");
  }

  private static String event(JsonNode callback) {
    return callback.required("event").textValue();
  }

  /** Taps and authorizes, and hears of the card. */
  private String authorize(String card, String reference) throws Exception {
    startWith(listener.url());
    tap(card);
    listener.next();
    return client.post(TERMINAL + "/authorize?reference=" + reference).text("sessionId");
  }

  private void startWith(String url) throws IOException {
    var answer = client.post(TERMINAL + "/start?authorizedAmount=5000&callbackUrl=" + url);
    assertThat(answer.status()).isEqualTo(200);
  }

  private void tap(String card) throws IOException {
    client.send("POST", "/simulator/clouds/test/terminals/P1/tap", card);
  }

  private void fault(String order) throws IOException {
    assertThat(client.send("POST", "/simulator/faults", order).status()).isEqualTo(201);
  }
}
