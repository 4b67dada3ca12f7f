package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cloud tells by itself of the card that it has read. */
class PayterCallbackIT extends AtSimulator {
  private static final String TERMINAL = "/test/terminals/P1";
  private static final String GOOD_CARD = "{\"profile\":\"APPROVE_ALL\",\"lastFour\":\"4242\"}";

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
  void cardIsToldToTheUrlOfItsStart() throws Exception {
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);

    assertThat(listener.next()).isEqualTo(client.get(TERMINAL + "/card").body());
    listener.hearsNothingMore();
  }

  @Test
  void cardThatWaitedIsToldAsSoonAsTheTerminalIsStarted() throws Exception {
    client.tap("P1", GOOD_CARD);
    startWith(listener.url());

    assertThat(lastFour(listener.next())).isEqualTo("4242");
  }

  @Test
  void cardOfAStartThatWasStoppedOrNamedNoUrlIsNotTold() throws Exception {
    startWith(listener.url());
    client.post(TERMINAL + "/stop");
    client.post(TERMINAL + "/start?authorizedAmount=5000&uiMessage=Welcome");
    client.tap("P1", GOOD_CARD);

    listener.hearsNothingMore();
  }

  @Test
  void lateCallbackOfAStartThatWasStoppedMeanwhileIsNotSent() throws Exception {
    client.fault("{\"operation\":\"CALLBACK\",\"kind\":\"ANSWER_LATE\",\"delayMillis\":100}");
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);
    client.post(TERMINAL + "/stop");
    startWith(listener.url());

    listener.hearsNothingMore();
  }

  @Test
  void lateCallbackComesEvenAfterTheCardWasAuthorized() throws Exception {
    client.fault("{\"operation\":\"CALLBACK\",\"kind\":\"ANSWER_LATE\",\"delayMillis\":200}");
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);
    String cardId = client.get(TERMINAL + "/card").text("cardId");
    long before = System.nanoTime();
    assertThat(client.post(TERMINAL + "/authorize?reference=r").status()).isEqualTo(200);

    assertThat(listener.next().required("cardId").textValue()).isEqualTo(cardId);
    assertThat(System.nanoTime() - before).isGreaterThan(100_000_000L);
  }

  @Test
  void droppedCallbackIsNeverSent() throws Exception {
    client.fault("{\"operation\":\"CALLBACK\",\"kind\":\"DROP\",\"serial\":\"P1\"}");
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);
    listener.hearsNothingMore();

    client.post(TERMINAL + "/stop");
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);
    assertThat(lastFour(listener.next())).isEqualTo("4242");
  }

  @Test
  void duplicateCallbackIsTheSameTwice() throws Exception {
    client.fault("{\"operation\":\"CALLBACK\",\"kind\":\"DUPLICATE\",\"probability\":1}");
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);

    assertThat(listener.next()).isEqualTo(listener.next());
    listener.hearsNothingMore();
  }

  @Test
  void failedCallbackIsSentAgainAtMostTwice() throws Exception {
    listener.answer(500, 404, 500);
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);

    assertThat(listener.next()).isEqualTo(listener.next()).isEqualTo(listener.next());
    listener.hearsNothingMore();
  }

  @Test
  void listenerThatDoesNotAnswerHoldsNobodyUp() throws Exception {
    var goOn = listener.fallSilent();
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);
    listener.next();

    assertThat(client.post(TERMINAL + "/authorize?reference=r").status()).isEqualTo(200);
    goOn.countDown();
  }

  @Test
  void listenerThatIsAwayChangesNothing() throws Exception {
    listener.close();
    startWith(listener.url());
    client.tap("P1", GOOD_CARD);

    assertThat(client.post(TERMINAL + "/authorize?reference=r").status()).isEqualTo(200);
  }

  @Test
  void urlOfAStartOutlivesARestart() throws Exception {
    startWith(listener.url());
    stop();

    start();
    client.tap("P1", GOOD_CARD);

    assertThat(lastFour(listener.next())).isEqualTo("4242");
    listener.hearsNothingMore();
  }

  @Test
  void journalOfBeforeThereWereCallbacksIsRead() throws Exception {
    startWith(listener.url());
    stop();
    Path journal = folder.resolve("journal");
    String lines = Files.readString(journal);
    assertThat(lines).contains(",\"callbackUrl\":\"" + listener.url() + "\"");
    Files.writeString(journal, lines.replaceFirst(",\"callbackUrl\":\"[^\"]*\"", ""));

    start();

    assertThat(client.get(TERMINAL).text("state")).isEqualTo("READING");
    client.tap("P1", GOOD_CARD);
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

  private static String lastFour(JsonNode callback) {
    return callback.required("maskedPan").textValue().replace("*", "");
  }

  private void startWith(String url) throws IOException {
    var answer = client.post(TERMINAL + "/start?authorizedAmount=5000&callbackUrl=" + url);
    assertThat(answer.status()).isEqualTo(204);
  }
}
