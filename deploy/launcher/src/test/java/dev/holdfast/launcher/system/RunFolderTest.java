package dev.holdfast.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private Path all;

  @Test
  void endedRunsAreRemovedAndOtherFilesStay() throws IOException {
    Path ended = all.resolve("run-1");
    Files.createDirectories(ended.resolve("logs"));
    Files.writeString(ended.resolve("logs").resolve("x.log"), "x");
    Files.writeString(ended.resolve("in-use"), "");
    Files.writeString(all.resolve("built"), "");

    try (RunFolder run = RunFolder.in(all)) {
      assertThat(run.logs()).isDirectory();
      assertThat(ended).doesNotExist();
      assertThat(all.resolve("built")).exists();
    }
  }
}
