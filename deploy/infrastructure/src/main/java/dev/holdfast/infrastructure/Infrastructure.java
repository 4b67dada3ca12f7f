package dev.holdfast.infrastructure;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A running broker, PostgreSQL server and schema registry.
 *
 * <p>The system property {@code infra} says whose: {@code embedded} (child processes from this
 * build), {@code containers}, {@code external} (given by configuration, see {@link
 * ExternalAddresses}) or {@code auto}: external if addresses are given, else containers if a
 * container engine answers, else embedded.
 */
public interface Infrastructure extends AutoCloseable {

  /** Starts all three parts and says nothing, see {@link #start(Path, Consumer)}. */
  static Infrastructure start(Path workFolder) {
    return start(workFolder, progress -> {});
  }

  /**
   * Starts all three parts and returns when each answers. Contents and logs stay in the folder
   * after the end; starting in the same folder again goes on with them.
   *
   * @param workFolder where contents and, under {@code logs}, the log of each part go
   * @param progress is told a line for each step: what, how long, which log
   * @throws IllegalStateException if a part does not start, with the end of its log; nothing is
   *     left running then
   */
  static Infrastructure start(Path workFolder, Consumer<String> progress) {
    var root = workFolder.toAbsolutePath();
    return switch (Variant.chosen()) {
      case EMBEDDED -> Embedded.in(root).start(progress);
      case CONTAINERS -> Containers.in(root).start(progress);
      case EXTERNAL -> ExternalAddresses.configured().infrastructure().start(progress);
    };
  }

  /** The broker's address, {@code host:port}, as Kafka clients want it. */
  String bootstrapServers();

  /** A database of that name, made if it is missing. */
  Database database(String name);

  /** The base address of the registry's Confluent API. */
  URI schemaRegistry();

  /**
   * Ends a part in an orderly way.
   *
   * @throws UnsupportedOperationException if the part is not ours (external)
   */
  void stop(Part part);

  /**
   * Ends a part at once, with SIGKILL.
   *
   * @throws UnsupportedOperationException if the part is not ours (external)
   */
  void kill(Part part);

  /**
   * Starts a part that was stopped or killed, at the same address, with the same contents.
   *
   * @throws UnsupportedOperationException if the part is not ours (external)
   */
  void start(Part part);

  /**
   * Has a part stand still in the middle of whatever it does (SIGSTOP, its children too), until
   * {@link #resume} or the end of this JVM.
   *
   * @throws UnsupportedOperationException if the part is not embedded
   */
  void pause(Part part);

  /** Lets a part go on that stands still; harmless if it does not. */
  void resume(Part part);

  /**
   * A new wire to a part, on which a network's faults can be played; who made it closes it. It
   * carries the same as the part's own address, across restarts of the part. The broker has room
   * for four.
   *
   * @throws UnsupportedOperationException if the part is not embedded
   */
  Wire wire(Part part);

  /** Ends what it started, in an orderly way; harmless when called again. */
  @Override
  void close();
}
