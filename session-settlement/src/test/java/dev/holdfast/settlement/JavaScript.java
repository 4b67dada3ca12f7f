package dev.holdfast.settlement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** The examples of contracts/examples/javascript, in a copy with their packages installed. */
record JavaScript(Path folder) {
  private static final Path SOURCE = Path.of("..", "contracts", "examples", "javascript");
  private static final int PATIENCE_SECONDS = 180;
  private static final Pattern NO_NETWORK =
      Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH");

  private record Ended(int status, String output) {}

  /** Skips the test where there is no Node, or nothing to install packages from. */
  static JavaScript examples() {
    assumeTrue(isHere("node") && isHere("npm"), "Node 20 and npm are needed for the examples");
    var examples = new JavaScript(copy());
    Ended installed =
        examples.start(
            "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    assumeFalse(
        installed.status() != 0 && NO_NETWORK.matcher(installed.output()).find(),
        "No package registry can be reached: the examples' packages are not installed");
    assertThat(installed.status()).as(installed.output()).isZero();
    return examples;
  }

  /** What the script prints; fails if it ends with anything but 0. */
  String run(String script, String... arguments) {
    var command = new ArrayList<String>(List.of("node", script));
    command.addAll(Arrays.asList(arguments));
    Ended ended = start(command.toArray(String[]::new));
    assertThat(ended.status()).as(ended.output()).isZero();
    return ended.output();
  }

  private Ended start(String... command) {
    try {
      Path output = Files.createTempFile(folder, "output-", ".txt");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", setting("kafka.bootstrap.servers"));
      builder.environment().put("SCHEMA_REGISTRY_URL", setting("holdfast.schema-registry.url"));
      builder.environment().put("KAFKAJS_NO_PARTITIONER_WARNING", "1");
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, SECONDS);
      process.destroyForcibly();
      return new Ended(ended ? process.exitValue() : -1, Files.readString(output));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private static boolean isHere(String program) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Path copy() {
    var folder = Path.of("target", "javascript");
    try (var files = Files.list(SOURCE)) {
      Files.createDirectories(folder);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
