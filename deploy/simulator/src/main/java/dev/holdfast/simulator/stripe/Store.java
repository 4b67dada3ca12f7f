package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All objects of the account and every movement of money, as lines of a file: the last line of an
 * object is its state. What was written is on the disk before anybody is answered.
 */
final class Store implements AutoCloseable {
  private static final String MOVEMENT = "movement";

  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
  private final List<ObjectNode> movements = new ArrayList<>();
  private final FileChannel file;
  private final Clock clock;

  private Store(FileChannel file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  static Store open(Path path, Clock clock) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      var lines = Files.exists(path) ? wholeLines(path) : List.<String>of();
      var store =
          new Store(
              FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), clock);
      lines.forEach(line -> store.take((ObjectNode) Json.parse(line)));
      return store;
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal " + path + " cannot be opened", broken);
    }
  }

  /** The object of that id and mode, if there is one. */
  Optional<ObjectNode> find(String object, String id, boolean live) {
    return Optional.ofNullable(objects.get(id))
        .filter(found -> found.path("object").asText().equals(object))
        .filter(found -> found.path("livemode").asBoolean() == live);
  }

  /** The oldest first. */
  Stream<ObjectNode> all(String object) {
    return List.copyOf(objects.values()).stream()
        .filter(found -> found.path("object").asText().equals(object));
  }

  void save(ObjectNode object) {
    write(object);
    take(object);
  }

  /** What was done to the card holder's money. */
  void moved(ObjectNode intent, String kind, long amount) {
    if (amount > 0) {
      var movement = Json.object().put("object", MOVEMENT).put("at", clock.instant().toString());
      movement.put("intent", intent.path("id").asText()).put("kind", kind);
      movement.put("minorUnits", amount);
      movement.put("currency", intent.path("currency").asText().toUpperCase(java.util.Locale.ROOT));
      movement.set("metadata", intent.path("metadata").deepCopy());
      write(movement);
      movements.add(movement);
    }
  }

  List<ObjectNode> movements() {
    return List.copyOf(movements);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal cannot be closed", broken);
    }
  }

  private void take(ObjectNode object) {
    if (object.path("object").asText().equals(MOVEMENT)) {
      movements.add(object);
    } else {
      objects.put(object.path("id").asText(), object);
    }
  }

  private void write(ObjectNode object) {
    try {
      file.write(ByteBuffer.wrap((object + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal cannot be written", broken);
    }
  }

  void force() {
    try {
      file.force(false);
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal cannot be forced to the disk", broken);
    }
  }

  /** A process that is killed while it writes leaves a line without an end. */
  private static List<String> wholeLines(Path path) throws IOException {
    var text = Files.readString(path);
    var whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.length() < text.length()) {
      Files.writeString(path, whole);
    }
    return whole.lines().toList();
  }
}
