package dev.holdfast.settlement.rest;

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
        .contains(
            "GET /settlements",
            "GET /settlements/export",
            "GET /settlements/invariants",
            "GET /settlements/stream",
            "GET /settlements/{reference}",
            "POST /settlements/{reference}/resolution",
            "GET /journal",
            "GET /journal/export",
            "GET /trial-balance",
            "GET /shortfall",
            "GET /totals",
            "GET /days",
            "PUT /days/{cpo}/calendar",
            "POST /days/{cpo}/{day}/closing",
            "GET /reports",
            "POST /reports",
            "GET /reports/{report}",
            "GET /reports/{report}/lines");
  }
}
