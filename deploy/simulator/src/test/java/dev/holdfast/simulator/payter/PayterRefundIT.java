package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.simulator.payter.SimulatorClient.Seen;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paying back what was taken: once for each reference, and never more than was taken. */
class PayterRefundIT extends AtSimulator {
  private static final String SESSIONS = "/test/terminals/P1/sessions/";
  private static final String GOOD_CARD = "{\"profile\":\"APPROVE_ALL\"}";

  @Test
  void paysBackInPartsUpToWhatWasTaken() throws IOException {
    String id = taken("r", 2340);

    Seen first = refund(id, 2000, "r:REFUND:1");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("reference")).isEqualTo("r:REFUND:1");
    assertThat(first.amount("amount")).isEqualTo(2000);
    assertThat(first.amount("refundedAmount")).isEqualTo(2000);
    assertRefused(refund(id, 341, "r:REFUND:2"), 402, "REFUND_TOO_LARGE");
    assertThat(refund(id, 340, "r:REFUND:3").amount("refundedAmount")).isEqualTo(2340);
    assertRefused(refund(id, 1, "r:REFUND:4"), 402, "REFUND_TOO_LARGE");

    assertThat(client.journal("r"))
        .isEqualTo("RESERVED 5000 TAKEN 2340 GIVEN_BACK 2660 PAID_BACK 2000 PAID_BACK 340");
    assertThat(client.journal("r:REFUND:3")).isEqualTo("PAID_BACK 340");
  }

  @Test
  void sessionShowsItsRefunds() throws IOException {
    String id = taken("r", 2340);
    assertThat(client.get(SESSIONS + id).amount("refundedAmount")).isZero();
    String refundId = refund(id, 40, "r:REFUND:1").text("refundId");

    Seen session = client.get(SESSIONS + id);

    assertThat(session.text("state")).isEqualTo("COMMITTED");
    assertThat(session.amount("committedAmount")).isEqualTo(2340);
    assertThat(session.amount("refundedAmount")).isEqualTo(40);
    assertThat(session.body().required("refunds").toString())
        .isEqualTo(
            "[{\"reference\":\"r:REFUND:1\",\"amount\":40,\"refundId\":\"" + refundId + "\"}]");
  }

  @Test
  void refundSentAgainIsTheSameRefund() throws IOException {
    String id = taken("r", 2340);
    Seen first = refund(id, 100, "r:REFUND:1");
    refund(id, 200, "r:REFUND:2");

    assertThat(refund(id, 100, "r:REFUND:1")).isEqualTo(first);
    assertThat(client.get(SESSIONS + id).amount("refundedAmount")).isEqualTo(300);
  }

  @Test
  void referenceIsUsedForOneRefundOnly() throws IOException {
    String id = taken("r", 2340);
    String other = taken("s", 2340);
    refund(id, 100, "r:REFUND:1");

    assertRefused(refund(id, 101, "r:REFUND:1"), 409, "REFERENCE_REUSED");
    assertRefused(refund(other, 100, "r:REFUND:1"), 409, "REFERENCE_REUSED");
    assertThat(client.get(SESSIONS + other).amount("refundedAmount")).isZero();
  }

  @Test
  void refundWhoseAnswerWasLostIsMadeOnce() throws IOException {
    String id = taken("r", 2340);
    client.fault("{\"operation\":\"REFUND\",\"kind\":\"ACT_THEN_DROP\"}");

    assertThatThrownBy(() -> refund(id, 100, "r:REFUND:1")).isInstanceOf(IOException.class);
    assertThat(refund(id, 100, "r:REFUND:1").amount("refundedAmount")).isEqualTo(100);
  }

  @Test
  void onlyWhatIsTakenCanGoBack() throws IOException {
    String open = authorized("a");
    String cancelled = authorized("b");
    client.post(SESSIONS + cancelled + "/cancel");
    String accepted = authorized("c");
    client.setUp("P1", false);
    client.post(SESSIONS + accepted + "/commit?commitAmount=2340");

    assertRefused(refund(open, 1, "a:REFUND:1"), 409, "NOT_COMMITTED");
    assertRefused(refund(cancelled, 1, "b:REFUND:1"), 409, "NOT_COMMITTED");
    assertRefused(refund(accepted, 1, "c:REFUND:1"), 409, "NOT_COMMITTED");

    client.setUp("P1", true);
    assertThat(refund(accepted, 1, "c:REFUND:1").status()).isEqualTo(200);
  }

  @Test
  void terminalNeedNotBeOnline() throws IOException {
    String id = taken("r", 2340);
    client.setUp("P1", false);

    assertThat(refund(id, 2340, "r:REFUND:1").status()).isEqualTo(200);
    assertThat(client.get(SESSIONS + id).amount("refundedAmount")).isEqualTo(2340);
  }

  @Test
  void refundsOutliveARestart() throws IOException {
    String id = taken("r", 2340);
    Seen first = refund(id, 2000, "r:REFUND:1");
    Seen session = client.get(SESSIONS + id);
    stop();

    start();

    assertThat(client.get(SESSIONS + id)).isEqualTo(session);
    assertThat(refund(id, 2000, "r:REFUND:1")).isEqualTo(first);
    assertRefused(refund(id, 341, "r:REFUND:2"), 402, "REFUND_TOO_LARGE");
    assertThat(client.journal("r")).endsWith("PAID_BACK 2000");
  }

  @ParameterizedTest
  @CsvSource({
    "refundAmount=0&reference=x, 400, refundAmount",
    "reference=x, 400, refundAmount",
    "refundAmount=1, 400, reference",
    "refundAmount=1&reference=12345678901234567890123456789012345678901234567890123456789012345, 400, 64",
    "refundAmount=1&reference=x, 404, nowhere"
  })
  void badInputIsRefusedWithItsReason(String query, int status, String named) throws IOException {
    client.setUp("P1", true);

    Seen answer = client.post(SESSIONS + "nowhere/refund?" + query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("message")).contains(named);
  }

  private static void assertRefused(Seen answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
  }

  private String authorized(String reference) throws IOException {
    return client.authorize("P1", 5000, GOOD_CARD, reference).text("sessionId");
  }

  private String taken(String reference, long minorUnits) throws IOException {
    String id = authorized(reference);
    client.post(SESSIONS + id + "/commit?commitAmount=" + minorUnits);
    return id;
  }

  private Seen refund(String id, long minorUnits, String reference) throws IOException {
    return client.post(
        SESSIONS + id + "/refund?refundAmount=" + minorUnits + "&reference=" + reference);
  }
}
