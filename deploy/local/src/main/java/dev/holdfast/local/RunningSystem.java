package dev.holdfast.local;

import dev.holdfast.infrastructure.AtExit;
import dev.holdfast.local.system.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a running {@code deploy/up} is, for the commands that speak to it: lines in a file. */
record RunningSystem(String kafka, URI registry, URI frontDoor) {

  /** Leaves a note of the addresses for as long as this JVM lives. */
  static void note(Path root, LocalSystem.Addresses addresses) {
    Path file = file(root);
    try {
      Files.write(
          file,
          List.of(
              addresses.kafka(),
              addresses.schemaRegistry().toString(),
              addresses.frontDoor().toString()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    AtExit.close(() -> {
      try {
        Files.deleteIfExists(file);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    });
  }

  static Optional<RunningSystem> find(Path root) {
    try {
      List<String> lines = Files.readAllLines(file(root));
      return lines.size() == 3
          ? Optional.of(
              new RunningSystem(lines.get(0), URI.create(lines.get(1)), URI.create(lines.get(2))))
          : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Path file(Path root) {
    return root.resolve(".holdfast").resolve("up");
  }
}
