package dev.holdfast.authorization;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Whoever watches sees each change as it is said on the topic. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class StreamIT {
  private static final String DATABASE = "payment-authorization-stream";

  @Test
  void eachVersionIsAnEventWithTheWholeStateForThoseWhoAskForIt() {
    var stream = "http://127.0.0.1:" + RestAssured.port + "/authorizations/stream";
    try (var scene = new Scene();
        var client = HttpClient.newHttpClient()) {
      var mine = scene.terminal();
      var all = watch(client, stream);
      var filtered = watch(client, stream + "?terminal=" + mine);
      await().atMost(20, SECONDS).until(() -> !all.isEmpty() && !filtered.isEmpty());

      var reference = scene.held(mine, "APPROVE_ALL");
      var other = scene.held(scene.terminal(), "APPROVE_ALL");

      await()
          .atMost(20, SECONDS)
          .untilAsserted(() -> {
            assertThat(all)
                .containsSubsequence(
                    id(reference, 1), id(reference, 2), id(reference, 3), id(other, 3));
            assertThat(all)
                .anyMatch(line -> line.contains("\"status\":\"HELD\"") && line.contains(reference));
          });
      assertThat(filtered).contains(id(reference, 3), "event:authorization");
      assertThat(filtered).noneMatch(line -> line.contains(other));
      client.shutdownNow();
    }
  }

  /** Its requests are waited for far longer than {@link ServiceProcess#terminate} waits. */
  @Test
  void aWatcherOfAnotherInstanceSeesWhatThisOneDoesAndDoesNotHoldUpItsStop() {
    var settings = new HashMap<>(Stack.settings(SharedInfrastructure.started(), DATABASE));
    settings.put("holdfast.payter.test.url", setting("holdfast.payter.test.url"));
    settings.put("holdfast.payter.test.api-key", setting("holdfast.payter.test.api-key"));
    settings.put("mp.messaging.connector.smallrye-kafka.group.id", DATABASE);
    settings.put("quarkus.shutdown.timeout", "5M");
    try (var scene = new Scene();
        var client = HttpClient.newHttpClient();
        var another = ServiceProcess.start(Path.of("."), settings)) {
      var serial = scene.terminal();
      var seen = watch(client, another.url() + "/authorizations/stream?terminal=" + serial);
      await().atMost(20, SECONDS).until(() -> !seen.isEmpty());
      var reference = scene.held(serial, "APPROVE_ALL");
      await().atMost(20, SECONDS).until(() -> seen.contains(id(reference, 3)));

      another.terminate();
      client.shutdownNow();
    }
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private static String id(String reference, int version) {
    return "id:" + reference + "/" + version;
  }

  private static List<String> watch(HttpClient client, String address) {
    var lines = new CopyOnWriteArrayList<String>();
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    Thread.ofVirtual()
        .start(() ->
            client
                .sendAsync(request, BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add))
                .exceptionally(ended -> null));
    return lines;
  }
}
