package dev.holdfast.settlement.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testkit.ServiceProcess;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two instances share the work of one service. */
class SharingIT {
  /** Who wrote and who sent, told by the name of the connection. */
  private static final String WITNESS =
      """
      create table witness (who text, what text, primary key (who, what));
      create function witness() returns trigger language plpgsql as $$
      begin
        insert into witness values (current_setting('application_name'), tg_op)
        on conflict do nothing;
        return null;
      end
      $$;
      create trigger witness after insert or delete on outbox
        for each row execute function witness();
      """;

  @Test
  void bothWriteAndBothSendAndNothingIsDoneTwice() throws SQLException {
    try (Ground ground = Ground.start();
        ServiceProcess one = ground.service("one");
        ServiceProcess other = ground.service("other")) {
      ground.execute(WITNESS);
      var payments = new Payments(ground);
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> {
            payments.publish(20);
            return ground.count("select count(*) from witness") == 4;
          });
      payments.areEachSettledOnceAndBookedOnce();
      assertThat(one.isReady()).isTrue();
      assertThat(other.isReady()).isTrue();
    }
  }
}
