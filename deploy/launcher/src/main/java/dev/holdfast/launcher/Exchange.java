package dev.holdfast.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Requests to one address, each with its answer. */
final class Exchange implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final Duration answer;

  /** Will wait so long for an answer. */
  Exchange(URI address, Duration answer) {
    this.address = address;
    this.answer = answer;
  }

  /** The answer to a request; its body is JSON unless the headers say otherwise. */
  HttpResponse<byte[]> of(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(answer)
            .setHeader("Content-Type", "application/json")
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException broken) {
      throw new UncheckedIOException(method + " " + address.resolve(path) + " failed", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while waiting for " + path, stopped);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
