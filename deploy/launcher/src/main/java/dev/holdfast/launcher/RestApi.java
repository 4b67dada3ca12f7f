package dev.holdfast.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** JSON over HTTP, at one address. */
public final class RestApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int VERSION_NEEDED = 428;

  private final Exchange exchange;

  /** Will speak to whoever listens there. */
  public RestApi(URI address) {
    this(address, ANSWER);
  }

  /** Will wait so long for an answer. */
  public RestApi(URI address, Duration answer) {
    exchange = new Exchange(address, answer);
  }

  /** An answer of any status. */
  public record Answer(int status, JsonNode body) {
    /** Was it done? */
    public boolean isGood() {
      return status / 100 == 2;
    }

    @Override
    public String toString() {
      return "HTTP " + status + " " + body;
    }
  }

  /** What is at the path, if there is anything. */
  public Optional<JsonNode> find(String path) {
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

  /** Puts something, and must be answered that it was done. */
  public JsonNode put(String path, Object body) {
    return good("PUT " + path, send("PUT", path, body));
  }

  /** Puts something in the place of whatever is there, and must be answered that it was done. */
  public JsonNode replace(String path, Object body) {
    Answer made = send("PUT", path, body);
    return good(
        "PUT " + path,
        made.status() == VERSION_NEEDED ? send("PUT", path, Map.of("If-Match", "*"), body) : made);
  }

  /** Posts something, and must be answered that it was done. */
  public JsonNode post(String path, Object body) {
    return good("POST " + path, send("POST", path, body));
  }

  /** Posts a file, and must be answered that it was read. */
  public JsonNode postCsv(String path, String file) {
    return good(
        "POST " + path,
        send("POST", path, Map.of("Content-Type", "text/csv"), file.getBytes(UTF_8)));
  }

  /**
   * A file that is at the path.
   *
   * @throws IllegalStateException if the answer is not a good one
   */
  public String text(String path) {
    HttpResponse<byte[]> response = exchange.of("GET", path, Map.of(), new byte[0]);
    if (response.statusCode() != 200) {
      throw new IllegalStateException("GET " + path + " was answered " + response.statusCode());
    }
    return new String(response.body(), UTF_8);
  }

  /**
   * Sends a request.
   *
   * @param body written as JSON; an empty text for none
   */
  public Answer send(String method, String path, Object body) {
    return send(method, path, Map.of(), body);
  }

  /** As {@link #send(String, String, Object)}, with these headers too. */
  public Answer send(String method, String path, Map<String, String> headers, Object body) {
    try {
      return send(
          method, path, headers, "".equals(body) ? new byte[0] : JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  private Answer send(String method, String path, Map<String, String> headers, byte[] body) {
    HttpResponse<byte[]> response = exchange.of(method, path, headers, body);
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException broken) {
      throw new UncheckedIOException(method + " " + path + " was not answered in JSON", broken);
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
    exchange.close();
  }
}
