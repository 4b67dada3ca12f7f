package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.due.Claim;
import dev.holdfast.authorization.due.Leases;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.events.VendorStatus;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose work it is, and until when. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class ClaimsIT {
  @Inject MoveMoney moveMoney;
  @Inject ShowHolds showHolds;
  @Inject Leases leases;

  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene();
  }

  @AfterEach
  void close() {
    scene.vendorIs(VendorStatus.OPERATIONAL);
    scene.close();
  }

  /** As after a pause of the whole machine: another instance may be at the payment by now. */
  @Test
  void aCallWhoseLeaseIsNearlyOverIsNotMade() throws Throwable {
    var reference = capturing();
    var state = state(reference);
    carryOut(new Claim(Work.SEND, state, Instant.now().minusSeconds(1)));

    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
    assertThat(state(reference)).isEqualTo(state);

    carryOut(new Claim(Work.SEND, state, Instant.now().plusSeconds(60)));
    scene.until(reference, AuthorizationChange.CAPTURED);
  }

  @Test
  void aTerminalThatReadsACardIsClaimedByTheDatabasesClockAndByName() throws SQLException {
    var serial = scene.terminal();
    String reference = Scene.ask(serial, 0).then().statusCode(202).extract().path("reference");

    assertThat(Rows.value("claimed_by", reference)).isEqualTo(leases.instance());
    assertThat(Rows.value("due_at > now() and due_at < now() + interval '9 s'", reference))
        .isEqualTo("true");
    scene.tap(serial, "APPROVE_ALL", 172_800);
    scene.until(reference, AuthorizationChange.HELD);
    assertThat(Rows.value("claimed_by", reference)).isNull();
  }

  /** An order to capture that waits, as the registry says that the cloud is down. */
  private String capturing() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");
    var serial = scene.terminal();
    scene.vendorIs(VendorStatus.DOWN);
    await().atMost(60, SECONDS).until(() -> Scene.probe(serial).asString().contains("VENDOR_DOWN"));
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));
    scene.until(reference, AuthorizationChange.CAPTURE_STARTED);
    return reference;
  }

  private void carryOut(Claim claimed) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> moveMoney.carryOut(claimed));
  }

  private Authorization state(String reference) throws Throwable {
    var found =
        VertxContextSupport.subscribeAndAwait(() -> showHolds.one(UUID.fromString(reference)));
    return ((ShowHolds.Shown) found.orElseThrow()).state();
  }
}
