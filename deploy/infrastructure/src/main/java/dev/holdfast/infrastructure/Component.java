package dev.holdfast.infrastructure;

/** The program behind a {@link Part}. Each method returns when what it says has happened. */
sealed interface Component
    permits EmbeddedBroker, EmbeddedPostgres, EmbeddedRegistry, ContainerComponent, Given {
  /** The first start. */
  default void open() {
    start();
  }

  void start();

  void stop();

  void kill();

  /** Has it stand still. */
  default void pause() {
    throw new UnsupportedOperationException(
        "Only an embedded part can stand still: use -Dinfra=embedded");
  }

  /** Lets it go on, if it stands still. */
  default void resume() {
    throw new UnsupportedOperationException(
        "Only an embedded part can stand still: use -Dinfra=embedded");
  }

  /** A wire to it that outlives its restarts. */
  default Wire wire() {
    throw new UnsupportedOperationException(
        "Only an embedded part has wires: use -Dinfra=embedded");
  }

  /** Ends it for good; harmless in any state, also in the middle of a start. */
  void close();

  /** Where to look when it does not do what it should. */
  String log();
}
