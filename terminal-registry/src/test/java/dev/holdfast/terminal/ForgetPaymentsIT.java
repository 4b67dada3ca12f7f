package dev.holdfast.terminal;

import static dev.holdfast.events.AuthorizationStatus.CAPTURED;
import static dev.holdfast.events.AuthorizationStatus.HELD;
import static dev.holdfast.terminal.Payments.payment;
import static dev.holdfast.terminal.Payments.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of payments that are long over. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class ForgetPaymentsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OLD_HOUR = "'2020-01-01T10:00:00Z'";

  private static TopicProbe probe;

  @Inject PaymentRows rows;
  private final String serial = Doors.newSerial();

  @BeforeAll
  static void open() {
    probe = TopicProbe.ofApplication();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  @Test
  void deletesOldPaymentsAndTheirHours() throws SQLException {
    rows.change("insert into payment_hour values (%s, 2500, 7)".formatted(OLD_HOUR));
    insert(Instant.parse("2020-01-01T10:00:00Z"), 2500, "GOOD", false);
    var kept = reference(Instant.now().minus(Duration.ofDays(29)));
    say(payment(kept, serial, 5, CAPTURED).build());

    await().atMost(PATIENCE).until(() -> rows.of(serial) == 1 && hours() == 0);
    assertThat(rows.history(serial).lastGoodReference()).isEqualTo(kept);
    assertThat(rows.counted()).isEqualTo(rows.recounted());
  }

  @Test
  void keepsWhatIsOldWhileItsMoneyIsUnderWay() throws SQLException {
    insert(Instant.parse("2020-01-02T10:00:00Z"), 3, "HELD", true);
    insert(Instant.parse("2020-01-02T11:00:00Z"), 3, "GOOD", false);
    await().atMost(PATIENCE).until(() -> rows.of(serial) == 3);
    rows.change("update payment set under_way = false where serial = '%s'".formatted(serial));
    await().atMost(PATIENCE).until(() -> rows.of(serial) == 0);
  }

  @Test
  void leavesToOthersWhatTheyAreAt() throws SQLException {
    insert(Instant.parse("2020-01-03T10:00:00Z"), 2, "GOOD", false);
    var one = "select 1 from payment where serial = '%s' limit 1 for update".formatted(serial);
    rows.whileOpen(one, () -> await().atMost(PATIENCE).until(() -> rows.of(serial) == 1));
    await().atMost(PATIENCE).until(() -> rows.of(serial) == 0);
  }

  @Test
  void showsOldPaymentsOnlyWhileTheyAreStuckAndCountsNoneOfThem() throws SQLException {
    var longAgo = Instant.now().minus(Duration.ofDays(31));
    var held = reference(longAgo);
    say(payment(reference(longAgo), serial, 5, CAPTURED).build());
    say(payment(held, serial, 3, HELD).setExpiresAt(longAgo.plusSeconds(60)).build());
    await().atMost(PATIENCE).until(() -> rows.history(serial).stuck().size() == 1);
    assertThat(rows.history(serial).stuck().getFirst().reference()).isEqualTo(held);
    assertThat(rows.history(serial).own().finished()).isZero();

    say(payment(held, serial, 5, CAPTURED).build());
    await().atMost(PATIENCE).until(() -> rows.of(serial) == 0);
    assertThat(rows.counted()).isEqualTo(rows.recounted());
  }

  private static void say(AuthorizationChanged payment) {
    probe.publish(Topic.AUTHORIZATIONS, payment.getReference(), payment);
  }

  private long hours() throws SQLException {
    return rows.number("select count(*) from payment_hour where hour = " + OLD_HOUR);
  }

  private void insert(Instant askedAt, int payments, String course, boolean underWay)
      throws SQLException {
    rows.change(
        """
        insert into payment (reference, version, serial, asked_at, changed_at, course, finished,
                             troubled, good_at, under_way, suspect)
        select overlay('%s' placing lpad(n::text, 12, '0') from 25)::uuid, 5, '%s', '%3$s', '%3$s',
               '%4$s', true, false, '%3$s', %5$s, false
        from generate_series(1, %6$s) n
        """
            .formatted(reference(askedAt), serial, askedAt, course, underWay, payments));
  }
}
