package dev.holdfast.delivery;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The pool of the reactive driver, in which everything ends in time. A peer that is gone without a
 * word sends no reset, so a query would wait for its answer for ever: the connection is closed
 * where nothing is heard on it, and then all that waits on it fails by itself.
 */
@Singleton
class BoundedPool implements PgPoolCreator {
  private final DatabaseSettings settings;

  BoundedPool(DatabaseSettings settings) {
    this.settings = settings;
  }

  @Override
  public Pool create(Input input) {
    Duration silence = Duration.ofSeconds(settings.silenceSeconds());
    if (silence.compareTo(settings.statementTimeout()) <= 0
        || silence.compareTo(settings.poolIdle()) <= 0) {
      throw new IllegalStateException(
          "holdfast.database.silence-seconds must be longer than statement-timeout and pool-idle,"
              + " or it closes connections that are well");
    }
    input.pgConnectOptionsList().forEach(this::bound);
    PoolOptions pool =
        input
            .poolOptions()
            .setConnectionTimeout(settings.poolWaitSeconds())
            .setConnectionTimeoutUnit(TimeUnit.SECONDS)
            .setMaxWaitQueueSize(settings.mostWaiting());
    return PgBuilder.pool()
        .with(pool)
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }

  /** The user time-out is for transports that have one; where there is none it does nothing. */
  private void bound(PgConnectOptions connection) {
    connection
        .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(settings.connectSeconds()))
        .setTcpKeepAlive(true)
        .setTcpUserTimeout((int) TimeUnit.SECONDS.toMillis(settings.silenceSeconds()))
        .setReadIdleTimeout(settings.silenceSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
    connection
        .addProperty("statement_timeout", millis(settings.statementTimeout()))
        .addProperty("lock_timeout", millis(settings.lockTimeout()))
        .addProperty(
            "idle_in_transaction_session_timeout", millis(settings.idleInTransactionTimeout()));
  }

  private static String millis(Duration time) {
    return String.valueOf(time.toMillis());
  }
}
