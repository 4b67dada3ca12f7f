package dev.holdfast.simulator.payter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The facts as JSON lines in a file; {@link #force()} brings what was written to the disk. */
final class FactFile implements AutoCloseable {
  private final FileChannel channel;
  private final GroupForce group;

  private FactFile(FileChannel channel) {
    this.channel = channel;
    this.group = new GroupForce(() -> channel.force(false));
  }

  static FactFile open(Path path) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      dropHalfWrittenLine(path);
      return new FactFile(
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal " + path + " cannot be opened", broken);
    }
  }

  static List<Fact> read(Path path) {
    List<Fact> facts = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(path)) {
        facts.add(Json.MAPPER.readValue(line, Fact.class));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "Line " + (facts.size() + 1) + " of " + path + " is not a fact", broken);
    }
    return facts;
  }

  void write(Fact fact) {
    try {
      byte[] json = Json.bytes(fact);
      ByteBuffer buffer = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      group.written();
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal cannot be written", broken);
    }
  }

  /** Returns when all that was written before is on the disk; one force serves many callers. */
  void force() {
    group.force();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal cannot be closed", broken);
    }
  }

  // A process that is killed while it writes leaves a line without an end; nobody was answered.
  private static void dropHalfWrittenLine(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    byte[] bytes = Files.readAllBytes(path);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.truncate(end);
    }
  }
}
