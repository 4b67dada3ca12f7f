package dev.holdfast.local.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** JSON over HTTP, at one address. */
public final class RestApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  /** Will speak to whoever listens there. */
  public RestApi(URI address) {
    this.address = address;
  }

  /** An answer of any status. */
  record Answer(int status, JsonNode body) {
    boolean isGood() {
      return status / 100 == 2;
    }

    @Override
    public String toString() {
      return "HTTP " + status + " " + body;
    }
  }

  /** What is at the path, if there is anything. */
  Optional<JsonNode> find(String path) {
    Answer answer = send("GET", path, "");
    return answer.status() == 404 ? Optional.empty() : Optional.of(good("GET " + path, answer));
  }

  /**
   * What is at the path.
   *
   * @throws IllegalStateException if the answer is not a good one
   */
  public JsonNode get(String path) {
    return good("GET " + path, send("GET", path, ""));
  }

  JsonNode put(String path, Object body) {
    return good("PUT " + path, send("PUT", path, body));
  }

  JsonNode post(String path, Object body) {
    return good("POST " + path, send("POST", path, body));
  }

  JsonNode postCsv(String path, String file) {
    return good("POST " + path, send("POST", path, "text/csv", file.getBytes(UTF_8)));
  }

  /**
   * Sends a request.
   *
   * @param body written as JSON; an empty text for none
   */
  Answer send(String method, String path, Object body) {
    try {
      return send(
          method,
          path,
          "application/json",
          "".equals(body) ? new byte[0] : JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  private Answer send(String method, String path, String type, byte[] body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve(path))
              .timeout(ANSWER)
              .header("Content-Type", type)
              .method(
                  method,
                  body.length == 0
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException broken) {
      throw new UncheckedIOException(method + " " + address.resolve(path) + " failed", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while waiting for " + path, stopped);
    }
  }

  private static JsonNode good(String request, Answer answer) {
    if (!answer.isGood()) {
      throw new IllegalStateException(request + " was answered " + answer);
    }
    return answer.body();
  }

  @Override
  public void close() {
    http.close();
  }
}
