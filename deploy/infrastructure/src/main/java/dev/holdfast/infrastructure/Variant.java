package dev.holdfast.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whose broker, database server and schema registry are used. */
enum Variant {
  EMBEDDED,
  CONTAINERS,
  EXTERNAL;

  static Variant chosen() {
    return named(System.getProperty("infra", "auto"));
  }

  static Variant named(String name) {
    // The name is text that somebody typed, hence the default.
    return switch (name) {
      case "embedded" -> EMBEDDED;
      case "containers" -> CONTAINERS;
      case "external" -> EXTERNAL;
      case "auto" -> automatic();
      default ->
          throw new IllegalArgumentException(
              "-Dinfra=" + name + " is unknown. Use auto, embedded, containers or external.");
    };
  }

  private static Variant automatic() {
    if (ExternalAddresses.areConfigured()) {
      return EXTERNAL;
    }
    return containerEngineAnswers() ? CONTAINERS : EMBEDDED;
  }

  static boolean containerEngineAnswers() {
    // Looked for first: Testcontainers takes seconds, and many words, to find no engine.
    return mayHaveContainerEngine() && DockerClientFactory.instance().isDockerAvailable();
  }

  private static boolean mayHaveContainerEngine() {
    var home = System.getProperty("user.home");
    var runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", home);
    return System.getenv("DOCKER_HOST") != null
        || Stream.of(
                Path.of("/var/run/docker.sock"),
                Path.of(runtime, "docker.sock"),
                Path.of(home, ".docker", "run", "docker.sock"),
                Path.of(home, ".docker", "desktop", "docker.sock"),
                Path.of(home, ".testcontainers.properties"))
            .anyMatch(Files::exists);
  }
}
