package dev.holdfast.settlement.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.BadManners;
import dev.holdfast.testkit.DrawnPage;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same manner gets the same answer at every door. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class DoorMannersIT {
  @Test
  void isTheSameAtEveryDoor() {
    var knocks = BadManners.atEveryDoor();

    assertThat(knocks.faults()).isEmpty();
    new DrawnPage(Path.of("../docs/doors.md")).shows("session-settlement", knocks.table());
  }
}
