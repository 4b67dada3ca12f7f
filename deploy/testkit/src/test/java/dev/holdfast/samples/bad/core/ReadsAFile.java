package dev.holdfast.samples.bad.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ReadsAFile {
  String decide() throws IOException {
    return Files.readString(Path.of("limits"));
  }
}
