package dev.holdfast.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.BadManners;
import dev.holdfast.testkit.DrawnPage;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bad manners get the same answer at every door. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class DoorMannersIT {
  @Test
  void badMannersAreAnsweredAlikeAtEveryDoor() {
    try (var scene = new Scene()) {
      var reference = scene.held(scene.terminal(), "APPROVE_ALL");
      knock(reference);
    }
  }

  private static void knock(String reference) {
    var knocks = BadManners.atEveryDoor(Map.of("reference", reference));

    assertThat(knocks.faults()).isEmpty();
    new DrawnPage(Path.of("../docs/doors.md")).shows("payment-authorization", knocks.table());
  }
}
