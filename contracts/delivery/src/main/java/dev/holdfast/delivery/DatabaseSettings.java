package dev.holdfast.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long anything that is asked of the database may take. The values stand in the shared
 * settings, as the JDBC driver takes them from there.
 */
@ConfigMapping(prefix = "holdfast.database")
public interface DatabaseSettings {
  /** The server ends a statement that takes longer. */
  Duration statementTimeout();

  /** The server ends a statement that waits longer for a lock. */
  Duration lockTimeout();

  /** The server ends a transaction in which nothing was asked for so long. */
  Duration idleInTransactionTimeout();

  /**
   * A connection on which nothing was heard for so long is closed, and what waits for its answer
   * fails. Must be longer than a statement may take: the server would have said so by then.
   */
  int silenceSeconds();

  /** The pool closes a connection that was not used for so long; less than the silence. */
  Duration poolIdle();

  /** A connection that is not made in this time is given up. */
  int connectSeconds();

  /** Who waits longer for a connection of the pool is told so. */
  @WithDefault("10")
  int poolWaitSeconds();

  /** Where so many wait for a connection of the pool, the next is refused at once. */
  @WithDefault("1000")
  int mostWaiting();
}
