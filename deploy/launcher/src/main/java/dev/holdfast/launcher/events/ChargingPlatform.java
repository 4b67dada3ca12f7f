package dev.holdfast.launcher.events;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SessionStarted;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Publishes session events as the charging platform does. */
public final class ChargingPlatform implements AutoCloseable {
  private final Publisher publisher;

  /** Will publish to this broker with the schemas of this registry. */
  public ChargingPlatform(String bootstrapServers, URI schemaRegistry) {
    this.publisher = new Publisher(bootstrapServers, schemaRegistry, "/charging-platform");
  }

  /** Says that charging began; returns when the broker has it. */
  public void publish(SessionStarted started) {
    var _ = send(started);
    publisher.flush();
  }

  /** Says that charging ended and what it costs; returns when the broker has it. */
  public void publish(SessionClosed closed) {
    var _ = send(closed);
    publisher.flush();
  }

  /** Says that charging began; the answer ends when the broker has it. */
  public CompletableFuture<Void> send(SessionStarted started) {
    return publisher.send(
        Topic.SESSION_STARTED, started.getReference(), started.getSessionId(), started);
  }

  /** Says that charging ended; the answer ends when the broker has it. */
  public CompletableFuture<Void> send(SessionClosed closed) {
    String id = closed.getSessionId() + "/" + closed.getRevision();
    return publisher.send(Topic.SESSION_CLOSED, closed.getReference(), id, closed);
  }

  /**
   * Returns when the broker has all that was sent.
   *
   * @throws IllegalStateException if it did not take some of it
   */
  public void flush() {
    publisher.flush();
  }

  @Override
  public void close() {
    publisher.close();
  }
}
