package dev.holdfast.doors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.text.CardNumbers;
import dev.holdfast.text.Characters;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * No card number enters by a REST door, and no U+0000: not in a path, a query, a header that is
 * read, or any name, text or number of a JSON body, unless it is one of the {@link Identifiers}. A
 * door that takes its body as bytes looks for itself.
 */
@Provider
@Singleton
@ConstrainedTo(RuntimeType.SERVER)
class RefuseTexts implements ReaderInterceptor {
  /** Those that are read and may be kept; others carry digits of their own, and go no further. */
  private static final List<String> HEADERS =
      List.of(IdempotencyKey.NAME, "If-Match", "If-None-Match", Traceparent.HEADER, "tracestate");

  private static final String NO_NUL =
      "send it without the character U+0000, which no text may hold";

  private static final String NO_CARD =
      "none may enter here: send at most the scheme and the last four digits, in the fields that ask"
          + " for them";

  private final ObjectMapper json;

  RefuseTexts(ObjectMapper json) {
    this.json = json;
  }

  @ServerRequestFilter
  void checkAddress(ContainerRequestContext request, HttpServerRequest received) {
    // As it was received: every path of the UriInfo is without parameters such as ;pan=1.
    String path = URLDecoder.decode(received.path(), StandardCharsets.UTF_8);
    check(path, "path", Identifiers.leftOut(path, request.getUriInfo().getPathParameters()));
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach((name, values) -> {
          check(path, name, name);
          values.forEach(value -> check(path, name, value));
        });
    for (String header : HEADERS) {
      String value = Objects.requireNonNullElse(request.getHeaderString(header), "");
      if (!header.equals(Traceparent.HEADER) || !Traceparent.isValid(value)) {
        check(path, header, value);
      }
    }
  }

  private static void check(String path, String field, String value) {
    // Left out, the instance would be the path, as it came.
    if (Identifiers.holdNumber(field, value)) {
      throw cardNumber(field).withInstance(printable(path)).build();
    }
    if (Characters.hasNul(value)) {
      throw nul(field).withInstance(printable(path)).build();
    }
  }

  private static URI printable(String path) {
    try {
      return new URI(null, null, Problems.shown(path), null);
    } catch (URISyntaxException odd) {
      return URI.create("/");
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    if (isJson(body.getMediaType()) && body.getType() != byte[].class) {
      byte[] bytes = body.getInputStream().readAllBytes();
      checkTokens(bytes);
      body.setInputStream(new ByteArrayInputStream(bytes));
    }
    return body.proceed();
  }

  private static boolean isJson(MediaType type) {
    return type.getSubtype().endsWith("json");
  }

  /** Every token, also of fields that nobody asks for: what is wrong with those is told. */
  private void checkTokens(byte[] body) throws IOException {
    try (JsonParser parser = json.createParser(body)) {
      while (parser.nextToken() != null) {
        String text = textOf(parser);
        if (CardNumbers.anyIn(text) && Identifiers.holdNumber(nameOf(parser), text)) {
          throw cardNumber(fieldOf(parser)).build();
        }
        if (Characters.hasNul(text)) {
          throw nul(fieldOf(parser)).build();
        }
      }
    } catch (JsonProcessingException malformed) {
      // Whoever reads it after this says so.
    }
  }

  /** Of a number without its exponent, which is none of the digits. */
  private static String textOf(JsonParser parser) throws IOException {
    String text = parser.getText();
    return parser.currentToken().isNumeric() ? text.replaceFirst("[eE].*", "") : text;
  }

  /** Of the field that the text is in; a name itself is in none. */
  private static String nameOf(JsonParser parser) {
    return parser.currentToken() == JsonToken.FIELD_NAME
        ? ""
        : fieldOf(parser).replaceAll(".*[.]|\\[\\d+]", "");
  }

  private static String fieldOf(JsonParser parser) {
    String path = parser.getParsingContext().pathAsPointer().toString();
    return path.isEmpty()
        ? "body"
        : path.substring(1).replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.');
  }

  private static HttpProblem.Builder cardNumber(String field) {
    return Problems.of(400, "Card number refused", field, "looks like a card number", NO_CARD);
  }

  private static HttpProblem.Builder nul(String field) {
    return Problems.of(
        400, Problems.reason(400), field, "holds a character that cannot be kept", NO_NUL);
  }
}
