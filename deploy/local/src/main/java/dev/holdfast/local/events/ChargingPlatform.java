package dev.holdfast.local.events;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SessionStarted;
import java.net.URI;

/** Publishes session events as the charging platform does. */
public final class ChargingPlatform implements AutoCloseable {
  private final Publisher publisher;

  /** Will publish to this broker with the schemas of this registry. */
  public ChargingPlatform(String bootstrapServers, URI schemaRegistry) {
    this.publisher = new Publisher(bootstrapServers, schemaRegistry, "/charging-platform");
  }

  /** Says that charging began; returns when the broker has it. */
  public void publish(SessionStarted started) {
    publisher.send(Topic.SESSION_STARTED, started.getReference(), started.getSessionId(), started);
    publisher.flush();
  }

  /** Says that charging ended and what it costs; returns when the broker has it. */
  public void publish(SessionClosed closed) {
    send(closed);
    publisher.flush();
  }

  /** Says that charging ended, without waiting for the broker. */
  public void send(SessionClosed closed) {
    String id = closed.getSessionId() + "/" + closed.getRevision();
    publisher.send(Topic.SESSION_CLOSED, closed.getReference(), id, closed);
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
