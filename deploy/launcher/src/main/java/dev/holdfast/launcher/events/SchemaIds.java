package dev.holdfast.launcher.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;

/** Under which ids the schema registry knows the schemas of this build. */
final class SchemaIds {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI registry;
  private final Map<Topic, Integer> known = new EnumMap<>(Topic.class);

  SchemaIds(URI registry) {
    this.registry = registry;
  }

  synchronized int of(Topic topic) {
    return known.computeIfAbsent(topic, this::lookUp);
  }

  private int lookUp(Topic topic) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = JSON.writeValueAsString(Map.of("schema", topic.registered().toString()));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(registry + "/subjects/" + topic.subject()))
              .header("Content-Type", "application/vnd.schemaregistry.v1+json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "The schema registry does not know %s: HTTP %d %s"
                .formatted(topic.subject(), answer.statusCode(), answer.body()));
      }
      return JSON.readTree(answer.body()).required("id").intValue();
    } catch (IOException broken) {
      throw new UncheckedIOException("The schema registry does not answer at " + registry, broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while asking the schema registry", stopped);
    }
  }
}
