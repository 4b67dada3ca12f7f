package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Whoever watches sees each version as it is said on the topic. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class StreamIT {
  @Test
  void eachVersionIsAnEventWithTheWholeStateForThoseWhoAskForIt() throws Exception {
    var client = HttpClient.newHttpClient();
    String address = "http://127.0.0.1:" + RestAssured.port + "/settlements/stream";
    String reference = UUID.randomUUID().toString();
    // Its close would wait for the streams, which do not end.
    try (TopicProbe probe = TopicProbe.ofApplication();
        AutoCloseable _ = client::shutdownNow) {
      List<String> all = watch(client, address + "?cpo=" + Records.CPO);
      List<String> others = watch(client, address + "?cpo=another");
      await().atMost(20, SECONDS).until(() -> !all.isEmpty() && !others.isEmpty());

      probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
      await().atMost(20, SECONDS).until(() -> all.contains("id:" + reference + "/1"));
      probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 6000));
      await().atMost(20, SECONDS).until(() -> all.contains("id:" + reference + "/2"));

      await()
          .atMost(20, SECONDS)
          .untilAsserted(() ->
              assertThat(all)
                  .anySatisfy(line ->
                      assertThat(line)
                          .startsWith("data:{\"reference\":\"" + reference + "\",\"version\":2,")
                          .contains(
                              "\"status\":\"DECIDED\"",
                              "\"sessionTotal\":{\"minorUnits\":6000,\"currency\":\"EUR\"}",
                              "{\"method\":\"CAPTURE\",\"amount\":{\"minorUnits\":5000,")
                          .doesNotContain("null")));
      assertThat(all).contains("event:settlement");
      assertThat(others).noneMatch(line -> line.contains(reference));
    }
  }

  private static List<String> watch(HttpClient client, String address) {
    List<String> lines = new CopyOnWriteArrayList<>();
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
