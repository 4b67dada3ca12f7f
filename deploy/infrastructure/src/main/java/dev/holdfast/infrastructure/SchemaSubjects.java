package dev.holdfast.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The little of the Confluent Schema Registry API that provisioning needs. */
final class SchemaSubjects implements AutoCloseable {
  static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI registry;

  SchemaSubjects(URI registry) {
    this.registry = registry;
  }

  static boolean answer(URI registry) {
    try (var subjects = new SchemaSubjects(registry)) {
      return subjects.call(subjects.request("/subjects").GET()).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Registers the schema, or finds it registered; answers its id. */
  int register(String subject, String schema) {
    var answer = send("POST", "/subjects/" + subject + "/versions", Map.of("schema", schema));
    return switch (answer.statusCode()) {
      case 200 -> tree(answer).path("id").intValue();
      case 409 ->
          throw new IllegalStateException(
              "Subject "
                  + subject
                  + " refuses the schema of this build: it is not "
                  + COMPATIBILITY
                  + " compatible with what is registered at "
                  + registry
                  + ". Make the change compatible, or give the topic a new version in its name. It says: "
                  + answer.body());
      default -> throw unexpected("register subject " + subject, answer);
    };
  }

  /** Makes every later version of the subject pass the check. */
  void guard(String subject) {
    var answer = send("PUT", "/config/" + subject, Map.of("compatibility", COMPATIBILITY));
    if (answer.statusCode() != 200) {
      throw unexpected("set the compatibility of " + subject, answer);
    }
  }

  private HttpResponse<String> send(String method, String path, Map<String, String> body) {
    try {
      var json = HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
      return call(request(path).method(method, json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(registry + path))
        .timeout(ANSWER)
        .header("Content-Type", "application/vnd.schemaregistry.v1+json");
  }

  private HttpResponse<String> call(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("The schema registry at " + registry + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the schema registry", e);
    }
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("Not JSON: " + answer.body(), e);
    }
  }

  private IllegalStateException unexpected(String what, HttpResponse<String> answer) {
    return new IllegalStateException(
        "The schema registry at "
            + registry
            + " did not "
            + what
            + ": HTTP "
            + answer.statusCode()
            + " "
            + answer.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
