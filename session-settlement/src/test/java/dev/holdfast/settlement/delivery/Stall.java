package dev.holdfast.settlement.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Makes the service stand still at a step, for as long as this is open. */
final class Stall implements AutoCloseable {
  private final Ground ground;
  private final StallPoint step;
  private final Connection holder;

  private Stall(Ground ground, StallPoint step, Connection holder) {
    this.ground = ground;
    this.step = step;
    this.holder = holder;
  }

  static Stall at(StallPoint step, Ground ground) throws SQLException {
    if (!step.trigger().isEmpty()) {
      ground.execute(StallPoint.FUNCTION);
      ground.execute(step.trigger());
    }
    Connection holder = ground.connect();
    holder.setAutoCommit(false);
    try (Statement lock = holder.createStatement()) {
      lock.execute(
          step.tableLock().isEmpty()
              ? "select pg_advisory_xact_lock(" + StallPoint.LOCK + ")"
              : step.tableLock());
    }
    return new Stall(ground, step, holder);
  }

  /** Waits until the service waits. */
  void awaitService() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    ground.count(
                        """
                        select count(*) from pg_stat_activity
                        where application_name = 'crashing' and wait_event_type = 'Lock'
                        """))
                .isPositive());
  }

  /** The service is dead: its connections break, if they shall; then the database goes on. */
  @Override
  public void close() throws SQLException {
    if (step.connectionsBreak()) {
      ground.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'crashing'");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              ground.count(
                      "select count(*) from pg_stat_activity"
                          + " where application_name = 'crashing'")
                  == 0);
    }
    holder.rollback();
    holder.close();
    if (!step.trigger().isEmpty()) {
      ground.execute("drop function stall cascade");
    }
  }
}
