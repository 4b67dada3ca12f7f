package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's status page: what it is told to say, and its own failure. */
class PayterStatusPageIT extends AtSimulator {
  private static final String PAGE = "/status/api/v2/summary.json";
  private static final String CONTROL = "/simulator/status-page";

  @Test
  void saysWhatWasSet() throws IOException {
    client.send("PUT", CONTROL, "{\"status\":\"major_outage\"}");

    var page = client.get(PAGE).body();

    assertThat(page.required("components").toString())
        .isEqualTo("[{\"name\":\"Cloud Payment Service\",\"status\":\"major_outage\"}]");
    assertThat(page.required("scheduled_maintenances")).isEmpty();
  }

  @Test
  void listsMaintenanceInThePublicShape() throws IOException {
    var answer =
        client.send(
            "PUT",
            CONTROL,
            """
            {"name": "Portal", "status": "operational", "maintenances": [
              {"name": "New database", "status": "scheduled",
               "scheduledFor": "2026-06-01T22:00:00Z", "scheduledUntil": "2026-06-02T01:00:00+02:00"}]}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(client.get(PAGE).body().required("scheduled_maintenances").toString())
        .isEqualTo(
            "[{\"name\":\"New database\",\"status\":\"scheduled\","
                + "\"scheduled_for\":\"2026-06-01T22:00:00Z\","
                + "\"scheduled_until\":\"2026-06-01T23:00:00Z\","
                + "\"components\":[{\"name\":\"Portal\",\"status\":\"operational\"}]}]");
  }

  @Test
  void failsWhileTheCloudsWorkOn() throws IOException {
    client.setUp("P1", true);
    client.fault("{\"operation\":\"STATUS_PAGE\",\"kind\":\"SERVER_ERROR\",\"times\":2}");
    client.fault("{\"operation\":\"STATUS_PAGE\",\"kind\":\"DROP\",\"probability\":1}");

    assertThat(client.get(PAGE).status()).isEqualTo(500);
    assertThat(client.get(PAGE).status()).isEqualTo(500);
    assertThatThrownBy(() -> client.get(PAGE)).isInstanceOf(IOException.class);
    assertThat(client.get("/test/terminals/P1").status()).isEqualTo(200);
    client.send("DELETE", "/simulator/faults", "");
    assertThat(client.get(PAGE).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'status':'scheduled','scheduledFor':'2026-06-01T22:00:00Z','scheduledUntil':'2026-06-01T23:00:00Z'} | name",
        "{'name':'x','status':'cancelled'} | in_progress",
        "{'name':'x','status':'scheduled','scheduledUntil':'2026-06-01T23:00:00Z'} | scheduledFor",
        "{'name':'x','status':'scheduled','scheduledFor':'2026-06-01T22:00:00Z','scheduledUntil':'late'} | scheduledUntil must be a moment",
        "{'name':'x','status':'scheduled','scheduledFor':'2026-06-01T22:00:00Z','scheduledUntil':'2026-06-01T22:00:00Z'} | after scheduledFor",
        "{'name':'x','status':'scheduled','scheduledFor':'2026-06-01T22:00:00Z','scheduledUntil':'2026-06-01T23:00:00Z','colour':'red'} | colour",
        "null | null",
        "'tonight' | Number 1 of a list must be a JSON object",
      })
  void refusesAMaintenanceThatMakesNoSense(String maintenance, String named) throws IOException {
    var body = "{'status':'operational','maintenances':[" + maintenance + "]}";

    var answer = client.send("PUT", CONTROL, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("message")).contains(named);
    assertThat(client.get(PAGE).body().required("scheduled_maintenances")).isEmpty();
  }

  @Test
  void refusesMaintenancesThatAreNoList() throws IOException {
    var answer =
        client.send("PUT", CONTROL, "{\"status\":\"operational\",\"maintenances\":\"none\"}");

    assertThat(answer.text("message")).isEqualTo("maintenances must be a JSON array.");
  }
}
