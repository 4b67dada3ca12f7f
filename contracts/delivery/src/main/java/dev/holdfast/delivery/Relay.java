package dev.holdfast.delivery;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds: takes rows out, sends them, waits for the broker's word, commits.
 * One at a time a database. A crash in between sends some again, with the same ids; none is lost.
 */
@ApplicationScoped
class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int MOST_LEFT_DEAD = 20_000;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final JdbcTransactions database;
  private final UnderWay underWay;
  private final Map<String, Object> kafka;
  private final DeliverySettings settings;
  private final String source;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread thread = Thread.ofPlatform().name("relay").unstarted(this::run);
  private int batch;
  private int leftDead;
  private @Nullable Sender sender;
  private volatile boolean stopped;

  Relay(
      JdbcTransactions database,
      UnderWay underWay,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      DeliverySettings settings,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.database = database;
    this.underWay = underWay;
    this.kafka = kafka;
    this.settings = settings;
    this.source = "/holdfast/" + application;
    this.batch = settings.relayBatch();
  }

  /** After the schemas were found: what is in the outbox can be sent then. */
  void atStart(@Observes @Priority(20) StartupEvent start) {
    thread.start();
  }

  /** Where the service could not start, the thread may not have been started either. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopped = true;
    wake();
    if (thread.isAlive()) {
      thread.join(settings.drainPatience());
    }
  }

  /** There is something to send. */
  void wake() {
    wakeUps.release();
  }

  private void run() {
    try {
      while (!stopped) {
        drain();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      closeSender();
    }
  }

  private void drain() throws InterruptedException {
    UnderWay.Piece round = underWay.begin("relay");
    try {
      int taken = database.run(this::sendBatch);
      removeDead(taken);
      if (taken < batch) {
        awaitMore(taken);
      }
      batch = settings.relayBatch();
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf("The outbox could not be sent and waits: %s", failure);
      closeSender();
      // A row that spoils its whole batch is found when it is alone.
      batch = Math.max(1, batch / 2);
      Thread.sleep(PAUSE_AFTER_FAILURE);
    }
    // In no finally: where an error ends this thread its round never ends, and health tells it.
    round.close();
  }

  /**
   * What follows something closely goes with one commit; what comes after a pause goes at once, so
   * a lone record never waits.
   */
  private void awaitMore(int taken) throws InterruptedException {
    if (taken > 0) {
      Thread.sleep(settings.relayGather().toMillis());
    }
    if (wakeUps.tryAcquire(settings.relayPoll().toMillis(), MILLISECONDS)) {
      wakeUps.drainPermits();
    }
  }

  private int sendBatch(Connection connection) throws SQLException, InterruptedException {
    List<OutboxRecord> records = OutboxRecord.take(connection, batch);
    if (!records.isEmpty()) {
      for (Sender.Refused refused : sender().send(records)) {
        LOG.errorf("%s is set aside: %s", refused.record().eventId(), refused.reason());
        Unsent.setAside(connection, refused);
      }
    }
    return records.size();
  }

  /** Now and then: what was taken out lies before what comes next, and is passed over each time. */
  private void removeDead(int taken) {
    leftDead += taken;
    if (leftDead >= MOST_LEFT_DEAD) {
      leftDead = 0;
      try {
        database.alone(OutboxRecord.REMOVE_DEAD);
      } catch (SQLException tooLong) {
        LOG.warnf("The outbox's dead rows are left to autovacuum: %s", tooLong.getMessage());
      }
    }
  }

  private Sender sender() {
    Sender open = sender;
    if (open == null) {
      open = new Sender(kafka, settings.brokerPatience(), source);
      sender = open;
    }
    return open;
  }

  private void closeSender() {
    if (sender != null) {
      sender.close();
      sender = null;
    }
  }
}
