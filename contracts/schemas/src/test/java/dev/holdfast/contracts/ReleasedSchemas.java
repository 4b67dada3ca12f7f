package dev.holdfast.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** The copies of every schema that was ever deployed, numbered from 1 in one folder per topic. */
record ReleasedSchemas(Path folder) {
  /** Where the project keeps them; tests run in the module's folder. */
  static ReleasedSchemas ofProject() {
    return new ReleasedSchemas(Path.of("src", "released"));
  }

  /** All versions of one topic, oldest first; a gap in the numbers ends the list. */
  List<Schema> versions(Topic topic) {
    List<Schema> versions = new ArrayList<>();
    for (Path copy = copy(topic, 1); Files.exists(copy); copy = copy(topic, versions.size() + 1)) {
      versions.add(read(copy));
    }
    return versions;
  }

  /** True when the newest copy says the same as the schema, to the last word of its doc. */
  boolean holds(Topic topic, Schema schema) {
    List<Schema> versions = versions(topic);
    return !versions.isEmpty() && text(versions.getLast()).equals(text(schema));
  }

  /**
   * Writes the next copy of a schema that changed; an older copy is never touched.
   *
   * @return the new file; empty when the newest copy holds this schema already
   * @throws IllegalStateException if the schema breaks with a released one
   */
  Optional<Path> release(Topic topic, Schema schema) {
    if (holds(topic, schema)) {
      return Optional.empty();
    }
    List<Schema> versions = versions(topic);
    List<String> breaks =
        versions.stream().flatMap(old -> Compatibility.breaks(schema, old).stream()).toList();
    if (!breaks.isEmpty()) {
      throw new IllegalStateException(topic + " breaks with what was released: " + breaks);
    }
    return Optional.of(write(copy(topic, versions.size() + 1), schema));
  }

  private Path copy(Topic topic, int version) {
    return folder.resolve(topic.topicName()).resolve(version + ".avsc");
  }

  /** The text that is kept: pretty, so that a review shows what changed. */
  private static String text(Schema schema) {
    return SchemaFormatter.format("json/pretty", schema) + "\n";
  }

  private static Schema read(Path copy) {
    try {
      return new Schema.Parser().parse(Files.readString(copy));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the released schema " + copy, e);
    }
  }

  private static Path write(Path copy, Schema schema) {
    try {
      Files.createDirectories(copy.getParent());
      return Files.writeString(copy, text(schema), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the released schema " + copy, e);
    }
  }
}
