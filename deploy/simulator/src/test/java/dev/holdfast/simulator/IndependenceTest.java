package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A witness that shared code or constants with those whom it watches would be wrong where they are.
 */
class IndependenceTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "dev", "holdfast", "simulator");

  @Test
  void nothingOfOursIsOnItsClassPath() throws IOException {
    List<URL> ours =
        Collections.list(IndependenceTest.class.getClassLoader().getResources("dev/holdfast"));

    assertThat(ours)
        .isNotEmpty()
        .allMatch(place -> place.getPath().contains("/simulator/target/"), "of this module");
  }

  @Test
  void itsBuildNamesNoModuleOfOurs() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String dependencies = pom.substring(pom.indexOf("<dependencies>"));

    assertThat(dependencies).contains("jackson").doesNotContain("dev.holdfast");
  }

  /** Each gateway's simulator can be read, and changed, without the other. */
  @Test
  void simulatorOfPayterKnowsNoOtherGateway() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("payter"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("import dev.holdfast.simulator.stripe")
            .doesNotContain("import static dev.holdfast.simulator.stripe");
      }
    }
  }
}
