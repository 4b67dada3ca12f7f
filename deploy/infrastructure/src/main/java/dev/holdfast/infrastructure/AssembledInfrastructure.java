package dev.holdfast.infrastructure;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Three components and where they answer. */
final class AssembledInfrastructure implements Infrastructure {
  private final Addresses addresses;
  private final Map<Part, Component> components;
  private final AtExit.Closing closing = this::closeComponents;

  AssembledInfrastructure(Addresses addresses, Map<Part, Component> components) {
    this.addresses = addresses;
    this.components = new EnumMap<>(components);
  }

  /** Starts the parts, side by side where they do not need each other; all of them or none. */
  Infrastructure start(Consumer<String> progress) {
    AtExit.close(closing);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var broker = CompletableFuture.runAsync(() -> open(Part.BROKER, progress), threads);
      var rest =
          CompletableFuture.runAsync(() -> open(Part.DATABASE, progress), threads)
              .thenRunAsync(() -> open(Part.SCHEMA_REGISTRY, progress), threads);
      CompletableFuture.allOf(broker, rest).join();
      return this;
    } catch (CompletionException e) {
      AtExit.holdIfEnding();
      close();
      var cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IllegalStateException("Not started: " + cause.getMessage(), cause);
    }
  }

  private void open(Part part, Consumer<String> progress) {
    long begin = System.nanoTime();
    component(part).open();
    double seconds = (System.nanoTime() - begin) / 1e9;
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s started in %.1f s, log %s",
            part.words(),
            seconds,
            component(part).log()));
  }

  @Override
  public String bootstrapServers() {
    return addresses.bootstrapServers();
  }

  @Override
  public Database database(String name) {
    return DatabaseServer.create(addresses.server(), name);
  }

  @Override
  public URI schemaRegistry() {
    return addresses.schemaRegistry();
  }

  @Override
  public void stop(Part part) {
    component(part).stop();
  }

  @Override
  public void kill(Part part) {
    component(part).kill();
  }

  @Override
  public void start(Part part) {
    component(part).start();
  }

  @Override
  public void pause(Part part) {
    component(part).pause();
  }

  @Override
  public void resume(Part part) {
    component(part).resume();
  }

  @Override
  public Wire wire(Part part) {
    return component(part).wire();
  }

  @Override
  public void close() {
    closeComponents();
    AtExit.forget(closing);
  }

  private void closeComponents() {
    // The registry first: it is the only one that uses another part.
    for (var part : List.of(Part.SCHEMA_REGISTRY, Part.BROKER, Part.DATABASE)) {
      component(part).close();
    }
  }

  private Component component(Part part) {
    var component = components.get(part);
    if (component == null) {
      throw new IllegalStateException("No " + part.words() + " was assembled");
    }
    return component;
  }
}
