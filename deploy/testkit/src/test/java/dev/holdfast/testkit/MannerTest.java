package dev.holdfast.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MannerTest {
  @Test
  void allMannersAreInThePageOfDoors() {
    new DrawnPage(Path.of("../../docs/doors.md")).shows("manners", Manner.table());
  }
}
