package dev.holdfast.delivery;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * No card number enters by a REST door: not in a path, a query, a header that is read, or any text
 * of a JSON body.
 */
@Singleton
class RefuseCardNumbers implements ObjectMapperCustomizer {
  /** Those that are read and may be kept; others carry digits of their own, and go no further. */
  private static final List<String> HEADERS =
      List.of("Idempotency-Key", "If-Match", "If-None-Match", "traceparent", "tracestate");

  private static final String REMEDY =
      "looks like a card number, and none may enter here: send at most the scheme and the last four"
          + " digits, in the fields that ask for them";

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("card-numbers").addDeserializer(String.class, new CheckedText()));
  }

  @ServerRequestFilter
  void checkAddress(ContainerRequestContext request) {
    String path = request.getUriInfo().getRequestUri().getRawPath();
    check(path, "path", request.getUriInfo().getPath());
    for (Map.Entry<String, List<String>> query :
        request.getUriInfo().getQueryParameters().entrySet()) {
      query.getValue().forEach(value -> check(path, query.getKey(), value));
    }
    for (String header : HEADERS) {
      check(path, header, Objects.requireNonNullElse(request.getHeaderString(header), ""));
    }
  }

  private static void check(String path, String field, String value) {
    if (CardNumbers.anyIn(value)) {
      throw HttpProblem.builder()
          .withStatus(Status.BAD_REQUEST)
          .withTitle("Card number refused")
          // Left out, it would be the path, as it came.
          .withInstance(URI.create(CardNumbers.masked(path)))
          .withDetail(field + " " + REMEDY)
          .with("field", field)
          .build();
    }
  }

  /** Every text of every JSON body passes here. */
  private static final class CheckedText extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = super.deserialize(parser, context);
      if (text != null && CardNumbers.anyIn(text)) {
        throw JsonMappingException.from(context, "the value " + REMEDY);
      }
      return text;
    }
  }
}
