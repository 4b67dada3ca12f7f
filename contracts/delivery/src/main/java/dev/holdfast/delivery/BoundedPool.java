package dev.holdfast.delivery;

import io.netty.handler.timeout.ReadTimeoutHandler;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.spi.ConnectionFactory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The pool of the reactive driver, in which everything ends in time. A peer that is gone without a
 * word sends no reset, so a query would wait for its answer for ever: the connection is closed
 * where nothing is heard on it, and then all that waits on it fails by itself.
 */
@Singleton
class BoundedPool implements PgPoolCreator {
  /** What Vert.x calls its own handler, which is there until the server has said hello. */
  private static final String IDLE = "idle";

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
    return connectingInTime(
        input,
        PgBuilder.pool()
            .with(pool)
            .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
            .using(input.vertx())
            .build());
  }

  /**
   * The driver forgets who connects when the connection is closed before the server has said hello,
   * and the pool has a place less for ever; so whoever connects is given an end.
   */
  @SuppressWarnings("deprecation") // there is no other way to say how a pool connects
  private Pool connectingInTime(Input input, Pool pool) {
    List<PgConnectOptions> servers = input.pgConnectOptionsList();
    ConnectionFactory driver =
        PgDriver.INSTANCE.createConnectionFactory(input.vertx(), servers.getFirst());
    AtomicInteger turn = new AtomicInteger();
    return pool.connectionProvider(context -> {
      PgConnectOptions next = servers.get(Math.floorMod(turn.getAndIncrement(), servers.size()));
      Future<SqlConnection> connecting =
          driver.connect(context, next).map(this::closedWhereNothingIsHeard);
      Future<SqlConnection> inTime =
          connecting.timeout(settings.connectSeconds(), TimeUnit.SECONDS);
      connecting.onSuccess(late -> {
        if (inTime.failed()) {
          late.close();
        }
      });
      return inTime;
    });
  }

  /**
   * The driver closes an idle connection with a farewell, and waits for the peer to close its side:
   * for ever, where it is gone. So the socket is closed before the driver's own handlers.
   */
  private SqlConnection closedWhereNothingIsHeard(SqlConnection connection) {
    var driver = (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap();
    driver
        .socket()
        .channelHandlerContext()
        .pipeline()
        .replace(IDLE, "silence", new ReadTimeoutHandler(settings.silenceSeconds()));
    return connection;
  }

  /** The user time-out is for transports that have one; where there is none it does nothing. */
  private void bound(PgConnectOptions connection) {
    connection
        .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(settings.connectSeconds()))
        .setTcpKeepAlive(true)
        .setTcpUserTimeout((int) TimeUnit.SECONDS.toMillis(settings.silenceSeconds()))
        .setReadIdleTimeout(settings.connectSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
    connection
        .addProperty("statement_timeout", millis(settings.statementTimeout()))
        .addProperty("lock_timeout", millis(settings.lockTimeout()))
        .addProperty(
            "idle_in_transaction_session_timeout", millis(settings.idleInTransactionTimeout()))
        // The server, too, may be left without a word: it would keep the place for two hours.
        .addProperty("tcp_keepalives_idle", String.valueOf(settings.silenceSeconds()))
        .addProperty("tcp_keepalives_interval", "10")
        .addProperty("tcp_keepalives_count", "3");
  }

  private static String millis(Duration time) {
    return String.valueOf(time.toMillis());
  }
}
