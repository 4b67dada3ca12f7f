package dev.holdfast.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.BadManners;
import dev.holdfast.testkit.DrawnPage;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same manner gets the same answer at every door. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class DoorMannersIT {
  @Test
  void isTheSameAtEveryDoor() {
    var cpoId = Doors.contractedCpo();
    var serial = Doors.newSerial();
    Doors.register(serial).statusCode(201);
    Doors.bind(serial, cpoId).statusCode(200);

    var knocks = BadManners.atEveryDoor(Map.of("cpoId", cpoId, "serial", serial));

    assertThat(knocks.faults()).isEmpty();
    new DrawnPage(Path.of("../docs/doors.md")).shows("terminal-registry", knocks.table());
  }
}
