package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is held on cards is summed up by age, until it is taken or given back. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class OpenHoldsIT implements SoundBooks {
  @Inject ShowOpenHolds showOpenHolds;

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String cpo = "cpo-" + UUID.randomUUID();
  private final Instant now = Instant.now();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void areSummedUpByTheAgeOfTheirTap() {
    String fresh = Records.referenceOf(now.minusSeconds(5));
    hear(held(fresh), SettlementStatus.AWAITING_SESSION);
    hear(
        held(Records.referenceOf(now.minus(Duration.ofDays(2)))),
        SettlementStatus.AWAITING_SESSION);
    hear(
        held(Records.referenceOf(now.minus(Duration.ofDays(3)))),
        SettlementStatus.AWAITING_SESSION);
    given()
        .param("cpo", cpo)
        .get("/settlements/open-holds")
        .then()
        .statusCode(200)
        .body("items.age", contains("UP_TO_15_MINUTES", "OLDER"))
        .body("items.holds", contains(1, 2))
        .body("items.amount.minorUnits", contains(5000, 10_000));
    String next =
        given().param("cpo", cpo).param("size", 1).get("/settlements/open-holds").path("next");
    given()
        .param("cpo", cpo)
        .param("after", next)
        .get("/settlements/open-holds")
        .then()
        .body("items", hasSize(1))
        .body("items[0].age", equalTo("OLDER"));

    AuthorizationChanged released =
        authorization(fresh, 4, AuthorizationStatus.RELEASED)
            .setReleased(Records.euro(5000))
            .build();
    hear(released, SettlementStatus.SETTLED);
    given()
        .param("cpo", cpo)
        .param("currency", "EUR")
        .get("/settlements/open-holds")
        .then()
        .body("items.age", contains("OLDER"));
  }

  /** However many they are, none is passed over in silence. */
  @Test
  void areToldOfInTheLogOrCountedThere() throws Throwable {
    for (int i = 0; i <= ShowOpenHolds.MOST_TOLD; i++) {
      String old = Records.referenceOf(now.minus(Duration.ofDays(4)));
      hear(
          Records.authorization(old, 5000, 3, AuthorizationStatus.HELD)
              .setCpoId(cpo + "-" + i)
              .build(),
          SettlementStatus.AWAITING_SESSION);
    }
    var log = new Log();
    Logger logger = Logger.getLogger(ShowOpenHolds.class.getName());
    logger.addHandler(log);
    try {
      VertxContextSupport.subscribeAndAwait(showOpenHolds::tellOfOldOnes);
    } finally {
      logger.removeHandler(log);
    }
    assertThat(log.lines).hasSize(ShowOpenHolds.MOST_TOLD + 1);
    assertThat(log.lines.getLast()).contains("See GET /settlements/open-holds");
    assertThat(log.lines.stream().mapToLong(OpenHoldsIT::holds).sum()).isEqualTo(older());
  }

  private static long holds(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }

  private static long older() throws SQLException {
    return Long.parseLong(
        Database.text(
            """
            select count(*) from settlement
            where hold_standing = 'HELD' and status <> 'SETTLED'
              and case when uuid_extract_version(reference) = 7
                    then uuid_extract_timestamp(reference) else changed_at end
                  < now() - interval '1 day'
            """));
  }

  /** What was said while it listened. */
  private static final class Log extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord said) {
      lines.add(new PatternFormatter("%s").format(said));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private AuthorizationChanged held(String reference) {
    return authorization(reference, 3, AuthorizationStatus.HELD).build();
  }

  private AuthorizationChanged.Builder authorization(
      String reference, long version, AuthorizationStatus status) {
    return Records.authorization(reference, 5000, version, status).setCpoId(cpo);
  }

  private void hear(AuthorizationChanged told, SettlementStatus status) {
    probe.publish(AUTHORIZATIONS, told.getReference(), told);
    probe.await(
        SETTLEMENTS,
        SettlementChanged.class,
        told.getReference(),
        said -> !said.isEmpty() && said.getLast().value().getStatus() == status);
  }
}
