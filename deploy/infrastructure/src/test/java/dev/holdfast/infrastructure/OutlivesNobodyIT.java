package dev.holdfast.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlivesNobodyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "INT"})
  void nothingIsLeftWhenWhoStartedItEnds(String signal, @TempDir Path folder) throws Exception {
    var printed = folder.resolve("printed");
    var holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dholdfast.parts=" + System.getProperty("holdfast.parts"),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      var file = folder.resolve("addresses");
      assertThat(Patience.until(PATIENCE, () -> Files.exists(file) || !holder.isAlive())).isTrue();
      var addresses = Files.readAllLines(file);
      var children = holder.descendants().toList();
      int printedBefore = Files.readString(printed).length();
      send(signal, holder, children);
      assertThat(Patience.until(PATIENCE, () -> addresses.stream().noneMatch(Listening::at)))
          .isTrue();
      // Only what the end prints: a client that asks a starting broker too early says so.
      assertThat(Files.readString(printed).substring(printedBefore)).doesNotContain("Exception");
    } finally {
      holder.destroyForcibly();
    }
  }

  /** As a terminal does it: Ctrl-C goes to every process of the group. */
  private static void send(String signal, Process holder, List<ProcessHandle> children)
      throws Exception {
    var command = new ArrayList<>(List.of("kill", "-" + signal));
    command.add(Long.toString(holder.pid()));
    if ("INT".equals(signal)) {
      children.forEach(child -> command.add(Long.toString(child.pid())));
    }
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    assertThat(holder.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
