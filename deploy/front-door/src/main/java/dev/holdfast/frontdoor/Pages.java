package dev.holdfast.frontdoor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The operator console's files, from the class path. A page may load what the front door serves,
 * and nothing else.
 */
final class Pages {
  static final String HOME = "/console/";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Pattern FILE =
      Pattern.compile("/console/(?:[A-Za-z0-9-]+/)*[A-Za-z0-9.-]+\\.(?<kind>html|css|js|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml");

  private Pages() {}

  /** Answers if the request is for the console, or for the root, which leads there. */
  static boolean answer(HttpServerRequest request, String path) {
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      return false;
    }
    if (path.equals("/") || path.equals("/console")) {
      request.response().setStatusCode(302).putHeader("Location", HOME).end();
      return true;
    }
    String file = path.equals(HOME) ? HOME + "index.html" : path;
    var name = FILE.matcher(file);
    if (!name.matches()) {
      return false;
    }
    Optional<Buffer> content = read(file);
    content.ifPresent(found -> send(request.response(), type(name.group("kind")), found));
    return content.isPresent();
  }

  private static void send(HttpServerResponse response, String type, Buffer content) {
    response
        .putHeader("Content-Type", type)
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-cache")
        .end(content);
  }

  private static String type(String kind) {
    return Objects.requireNonNull(TYPES.get(kind));
  }

  private static Optional<Buffer> read(String file) {
    try (InputStream content = Pages.class.getResourceAsStream(file)) {
      return Optional.ofNullable(content == null ? null : Buffer.buffer(content.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
