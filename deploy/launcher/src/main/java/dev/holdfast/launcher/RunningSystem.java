package dev.holdfast.launcher;

import dev.holdfast.infrastructure.AtExit;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Where a running {@code deploy/up} is, for the commands that speak to it: properties in a file
 * that nobody else may read, for the databases' passwords are in it.
 */
public record RunningSystem(
    String kafka, URI registry, URI frontDoor, Map<Service, Login> databases) {
  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Leaves a note of the addresses for as long as this JVM lives. */
  public static void note(Path root, LocalSystem.Addresses addresses) {
    Path file = file(root);
    write(file, properties(addresses));
    AtExit.close(() -> {
      try {
        Files.deleteIfExists(file);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    });
  }

  static Properties properties(LocalSystem.Addresses addresses) {
    Properties note = new Properties();
    note.setProperty("kafka", addresses.kafka());
    note.setProperty("registry", addresses.schemaRegistry().toString());
    note.setProperty("front-door", addresses.frontDoor().toString());
    addresses
        .databases()
        .forEach((service, database) -> {
          note.setProperty(service.title() + ".database", database.reactiveUrl());
          note.setProperty(service.title() + ".user", database.user());
          note.setProperty(service.title() + ".password", database.password());
        });
    return note;
  }

  static void write(Path file, Properties note) {
    var fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      // One that was left behind may be open to others: permissions are set where a file is made.
      Files.deleteIfExists(file);
      try (Writer writer =
          Channels.newWriter(
              Files.newByteChannel(file, fresh, OURS_ALONE), StandardCharsets.UTF_8)) {
        note.store(writer, "The system that runs here");
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("No note can be left at " + file, broken);
    }
  }

  /** The system that was started from this folder and still runs, if there is one. */
  public static Optional<RunningSystem> find(Path root) {
    Properties note = new Properties();
    try (Reader reader = Files.newBufferedReader(file(root))) {
      note.load(reader);
    } catch (IOException none) {
      return Optional.empty();
    }
    Map<Service, Login> databases = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      databases.put(
          service,
          new Login(
              note.getProperty(service.title() + ".database", ""),
              note.getProperty(service.title() + ".user", ""),
              note.getProperty(service.title() + ".password", "")));
    }
    return note.containsKey("kafka")
        ? Optional.of(
            new RunningSystem(
                note.getProperty("kafka"),
                URI.create(note.getProperty("registry", "")),
                URI.create(note.getProperty("front-door", "")),
                databases))
        : Optional.empty();
  }

  private static Path file(Path root) {
    return root.resolve(".holdfast").resolve("up");
  }
}
