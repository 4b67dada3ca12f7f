package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSystemTest {
  @TempDir private Path root;

  @Test
  void isFoundByItsNote() throws IOException {
    note();

    RunningSystem found = RunningSystem.find(root).orElseThrow();
    assertThat(found.kafka()).isEqualTo("127.0.0.1:9092");
    assertThat(found.registry()).isEqualTo(URI.create("http://registry/apis"));
    assertThat(found.frontDoor()).isEqualTo(URI.create("http://door"));
    assertThat(found.databases())
        .hasSize(3)
        .containsEntry(
            Service.SESSION_SETTLEMENT,
            new Login("postgresql://h:5/SESSION_SETTLEMENT", "me", "p=1 #x"));
  }

  @Test
  void nobodyElseMayReadTheNoteEvenIfOneWasLeftBehind() throws IOException {
    Path file = Files.createDirectories(root.resolve(".holdfast")).resolve("up");
    Files.writeString(file, "left behind");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    note();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void nothingIsFoundWhereNothingRuns() throws IOException {
    assertThat(RunningSystem.find(root)).isEmpty();
    Files.writeString(Files.createDirectories(root.resolve(".holdfast")).resolve("up"), "a\nb\nc");
    assertThat(RunningSystem.find(root)).isEmpty();
  }

  private void note() throws IOException {
    Files.createDirectories(root.resolve(".holdfast"));
    RunningSystem.write(
        root.resolve(".holdfast").resolve("up"),
        RunningSystem.properties(
            new LocalSystem.Addresses(
                URI.create("http://door"),
                "127.0.0.1:9092",
                URI.create("http://registry/apis"),
                URI.create("http://simulator"),
                URI.create("http://stripe"),
                Map.of(
                    Service.TERMINAL_REGISTRY, database(Service.TERMINAL_REGISTRY),
                    Service.PAYMENT_AUTHORIZATION, database(Service.PAYMENT_AUTHORIZATION),
                    Service.SESSION_SETTLEMENT, database(Service.SESSION_SETTLEMENT)),
                Path.of("logs"))));
  }

  private static Database database(Service service) {
    return new Database("h", 5, service.name(), "me", "p=1 #x");
  }
}
