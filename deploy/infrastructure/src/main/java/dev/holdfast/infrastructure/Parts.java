package dev.holdfast.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder in which this module's build lays out what child processes run. */
public final class Parts {
  private static final String PROPERTY = "holdfast.parts";
  private static final String REMEDY =
      "Run './mvnw -pl deploy/infrastructure package -DskipTests' and set -D"
          + PROPERTY
          + "=<project>/deploy/infrastructure/target/parts.";

  private final Path root;

  private Parts(Path root) {
    this.root = root;
  }

  /**
   * Finds the folder that the system property {@code holdfast.parts} names.
   *
   * @throws IllegalStateException if there is none, with what to run
   */
  public static Parts find() {
    return in(System.getProperty(PROPERTY));
  }

  static Parts in(@Nullable String folder) {
    if (folder == null || folder.isBlank()) {
      throw new IllegalStateException("System property " + PROPERTY + " is not set. " + REMEDY);
    }
    var parts = new Parts(Path.of(folder).toAbsolutePath());
    parts.require(parts.registry().resolve("quarkus-run.jar"));
    parts.require(parts.libraries());
    return parts;
  }

  /** The jars of the broker and of this module: the broker's class path. */
  Path libraries() {
    return root.resolve("lib");
  }

  /** This module's own jar. */
  Path ownJar() {
    return only(libraries(), "holdfast-infrastructure-*.jar");
  }

  /** The schema registry, unpacked. */
  Path registry() {
    return root.resolve("apicurio");
  }

  /** Where the PostgreSQL binaries lie packed and, once used, unpacked. */
  Path postgres() {
    return root.resolve("postgres");
  }

  Path postgresArchive() {
    return only(postgres(), "*.txz");
  }

  private static Path only(Path folder, String pattern) {
    try (var found = Files.newDirectoryStream(folder, pattern)) {
      var files = found.iterator();
      if (files.hasNext()) {
        return files.next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder + ". " + REMEDY, e);
    }
    throw new IllegalStateException("No " + pattern + " in " + folder + ". " + REMEDY);
  }

  private void require(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(path + " is missing. " + REMEDY);
    }
  }
}
