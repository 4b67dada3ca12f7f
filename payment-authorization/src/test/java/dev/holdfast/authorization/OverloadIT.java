package dev.holdfast.authorization;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More to decide than the database writes in time. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class OverloadIT {
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void noMoreTapsAreLetInThanDriversHavePatienceFor() throws Exception {
    var serial = scene.terminal();
    var reference = scene.held(serial, "APPROVE_ALL");
    assertThat(Scene.probe(serial).statusCode()).isEqualTo(UNPROCESSABLE);

    CompletableFuture<Response> decision;
    try (var _ = Rows.locked("authorizations")) {
      decision = CompletableFuture.supplyAsync(() -> Scene.cancel(reference));
      await().atMost(60, SECONDS).until(() -> Scene.probe(serial).statusCode() == UNAVAILABLE);
      var refused = Scene.probe(serial);
      assertThat(refused.<String>path("title")).isEqualTo("Too many taps");
      assertThat(refused.<Integer>path("retryAfter")).isPositive();
      assertThat(refused.header("Retry-After"))
          .isEqualTo(String.valueOf(refused.<Integer>path("retryAfter")));
    }

    assertThat(decision.join().statusCode()).isEqualTo(200);
    assertThat(Scene.probe(serial).statusCode()).isEqualTo(UNPROCESSABLE);
  }
}
