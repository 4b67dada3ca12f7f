package dev.holdfast.terminal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.BadManners;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The same manner gets the same answer at every door. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class DoorMannersIT {
  @Test
  void isTheSameAtEveryDoor() {
    var knocks = BadManners.atEveryDoor();

    assertThat(knocks.faults()).isEmpty();
    assertThat(knocks.doors())
        .hasSize(24)
        .contains("GET /terminals", "PUT /cpos/{cpoId}", "POST /terminals/import");
  }
}
