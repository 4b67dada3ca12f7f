package dev.holdfast.testkit;

import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Provisioning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One infrastructure for all test classes of a JVM: it takes longer to start than most tests run.
 */
public final class SharedInfrastructure {
  private static @Nullable Infrastructure started;

  private SharedInfrastructure() {}

  /** Started and provisioned by the first who asks; ends with the JVM. */
  public static synchronized Infrastructure started() {
    var running = started;
    if (running == null) {
      running = Infrastructure.start(workFolder("infrastructure"));
      Provisioning.createTopics(running.bootstrapServers());
      Provisioning.registerSchemas(running.schemaRegistry());
      started = running;
    }
    return running;
  }

  static synchronized boolean is(Infrastructure infrastructure) {
    return infrastructure.equals(started);
  }

  /** A new folder under the module's {@code target}, where logs are found after a failure. */
  static Path workFolder(String name) {
    try {
      var parent = Files.createDirectories(Path.of("target", "stack").toAbsolutePath());
      return Files.createTempDirectory(parent, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
