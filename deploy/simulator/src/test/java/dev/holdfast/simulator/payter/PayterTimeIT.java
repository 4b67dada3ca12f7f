package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long the cloud took for the calls to one terminal. */
class PayterTimeIT extends AtSimulator {
  private static final String TERMINAL = "/test/terminals/P1";
  private static final String TIME = "/simulator/clouds/test/terminals/P1/time";

  @BeforeEach
  void setUp() throws IOException {
    client.setUp("P1", true);
    client.setUp("P2", true);
  }

  @Test
  void nothingIsSpentBeforeTheFirstCall() throws IOException {
    assertThat(client.get(TIME).body().toString()).isEqualTo("{\"calls\":0,\"micros\":0}");
  }

  @Test
  void eachAnswerCountsRefusalsToo() throws IOException {
    client.get(TERMINAL);
    client.get(TERMINAL + "/sessions/nowhere");
    client.send("GET", TERMINAL, "", "no key");
    client.get("/test/terminals/P2");
    client.get("/status/api/v2/summary.json");

    assertThat(client.get(TIME).amount("calls")).isEqualTo(3);
  }

  @Test
  void latencyAndLongPollsAreTimeSpent() throws IOException {
    client.send("PUT", "/simulator/latency", "{\"medianMillis\":40,\"p99Millis\":40}");
    client.get(TERMINAL);
    assertThat(micros()).isBetween(40_000L, 10_000_000L);

    client.post(TERMINAL + "/start?authorizedAmount=5000");
    client.get(TERMINAL + "/card?waitTime=1");
    assertThat(micros()).isBetween(1_120_000L, 60_000_000L);
  }

  @Test
  void countsFromTheLastReset() throws IOException {
    client.get(TERMINAL);
    client.get("/test/terminals/P2");

    assertThat(client.send("DELETE", TIME, "").status()).isEqualTo(204);

    assertThat(client.get(TIME).amount("calls")).isZero();
    client.get(TERMINAL);
    assertThat(client.get(TIME).amount("calls")).isEqualTo(1);
    assertThat(client.get(TIME.replace("P1", "P2")).amount("calls")).isEqualTo(1);
  }

  @Test
  void callThatGotNoAnswerDoesNotCount() throws IOException {
    client.fault("{\"operation\":\"STOP\",\"kind\":\"DROP\"}");
    assertThatThrownBy(() -> client.post(TERMINAL + "/stop")).isInstanceOf(IOException.class);

    assertThat(client.get(TIME).amount("calls")).isZero();
  }

  @Test
  void unknownTerminalHasNone() throws IOException {
    client.get("/test/terminals/P9");

    assertThat(client.get(TIME.replace("P1", "P9")).status()).isEqualTo(404);
    assertThat(client.send("DELETE", TIME.replace("P1", "P9"), "").status()).isEqualTo(404);
    assertThat(client.get("/moon/terminals/P1").status()).isEqualTo(400);
  }

  private long micros() throws IOException {
    return client.get(TIME).amount("micros");
  }
}
