package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Speaks to the simulator as a gateway adapter and as a test do. */
final class SimulatorClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  SimulatorClient(URI url) {
    this.url = url;
  }

  record Seen(int status, JsonNode body) {
    long amount(String field) {
      return body.required(field).longValue();
    }

    String text(String field) {
      return body.required(field).textValue();
    }
  }

  Seen get(String path) throws IOException {
    return send("GET", path, "");
  }

  Seen post(String path) throws IOException {
    return send("POST", path, "");
  }

  Seen send(String method, String path, String body) throws IOException {
    String key = path.startsWith("/production") ? "production-key" : "test-key";
    return send(method, path, body, "CPS apikey=\"" + key + "\"");
  }

  Seen send(String method, String path, String body, String authorization) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Authorization", authorization)
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Seen(response.statusCode(), JSON.readTree(response.body()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  void setUp(String serial, boolean online) throws IOException {
    send(
        "PUT",
        "/simulator/clouds/test/terminals/" + serial,
        "{\"currency\":\"EUR\",\"online\":" + online + "}");
  }

  void tap(String serial, String card) throws IOException {
    assertThat(send("POST", "/simulator/clouds/test/terminals/" + serial + "/tap", card).status())
        .isEqualTo(200);
  }

  /** How the TEST cloud speaks; what is not named is as it is by default. */
  void speak(String dialect) throws IOException {
    assertThat(send("PUT", "/simulator/clouds/test/dialect", dialect).status()).isEqualTo(200);
  }

  void fault(String order) throws IOException {
    assertThat(send("POST", "/simulator/faults", order).status()).isEqualTo(201);
  }

  /** Taps a card and authorizes it; the answer of authorize. */
  Seen authorize(String serial, long minorUnits, String card, String reference) throws IOException {
    setUp(serial, true);
    tap(serial, card);
    post("/test/terminals/" + serial + "/start?authorizedAmount=" + minorUnits);
    return post("/test/terminals/" + serial + "/authorize?reference=" + reference);
  }

  String journal(String reference) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (JsonNode line : get("/simulator/journal?reference=" + reference).body()) {
      lines.append(line.required("kind").textValue()).append(' ');
      lines.append(line.required("minorUnits").longValue()).append(' ');
    }
    return lines.toString().strip();
  }

  @Override
  public void close() {
    http.close();
  }
}
