package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.testkit.CountedLine;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an ordinary payment costs here, from its tap to its capture, counted from outside: by the
 * database, on the line to it, and by the JVM's recorder. Each bound is what was reached, and a
 * tenth.
 */
@QuarkusTest
@WithTestResource(value = RestingStack.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class CountsIT {
  private static final Logger LOG = Logger.getLogger(CountsIT.class);
  private static final int PAYMENTS = 40;
  private static final int AT_ONCE = 10;

  /** REQUESTED, CARD_READ, HELD, CAPTURE_STARTED, CAPTURED. */
  private static final int RECORDS = 5;

  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aPaymentThatIsAlone() throws Exception {
    var serial = scene.terminal();
    capture(scene.held(serial, "APPROVE_ALL"));

    try (var thrown = new Thrown()) {
      var before = Counted.now();
      int statements = 0;
      for (int i = 0; i < PAYMENTS; i++) {
        int asked = CountedLine.STATEMENTS.get();
        var reference = scene.held(serial, "APPROVE_ALL");
        statements += CountedLine.STATEMENTS.get() - asked;
        capture(reference);
      }
      var payment = Counted.now().since(before, PAYMENTS);
      double tap = statements / (double) PAYMENTS;
      LOG.infof("Alone, a payment: %s; statements of the tap: %s", payment, tap);
      assertThat(payment.of("commits")).isLessThan(11.6);
      assertThat(payment.of("rows inserted")).isLessThan(6.8);
      assertThat(payment.of("rows updated")).isLessThan(6.6);
      assertThat(tap).isLessThan(13.2);
      // What is thrown now and then, as when the pool closes a connection, is of no payment.
      assertThat(thrown.counted())
          .allSatisfy((_, times) -> assertThat(times).isLessThan(PAYMENTS / AT_ONCE));
    }
  }

  @Test
  void paymentsSideBySide() throws Exception {
    var serials = IntStream.range(0, AT_ONCE).mapToObj(_ -> scene.terminal()).toList();
    capture(scene.held(serials.getFirst(), "APPROVE_ALL"));

    var before = Counted.now();
    for (int round = 0; round < PAYMENTS / AT_ONCE; round++) {
      var references = heldAtOnce(serials);
      references.forEach(this::order);
      references.forEach(this::untilCaptured);
    }
    var payment = Counted.now().since(before, PAYMENTS);
    LOG.infof("Side by side, a payment: %s", payment);
    assertThat(payment.of("commits")).isLessThan(6.5);
  }

  @Test
  void whoWaitsAsksTheDatabaseNothing() throws Exception {
    var serial = scene.terminal();
    var answer = CompletableFuture.supplyAsync(() -> Scene.ask(serial, 50));
    Thread.sleep(4_000); // until the terminal is armed, and the line is quiet
    int before = CountedLine.STATEMENTS.get();
    Thread.sleep(5_000);
    int waiting = CountedLine.STATEMENTS.get() - before;
    scene.tap(serial, "APPROVE_ALL", 172_800);

    assertThat(answer.join().<String>path("status")).isEqualTo("HELD");
    // The claim on the terminal is kept from poll to poll, each 2 s: it is the reader's, not the
    // waiter's.
    assertThat(waiting).isLessThanOrEqualTo(3);
  }

  private List<String> heldAtOnce(List<String> serials) {
    try (var drivers = Executors.newFixedThreadPool(serials.size())) {
      var holds = new ArrayList<CompletableFuture<String>>();
      for (var serial : serials) {
        holds.add(CompletableFuture.supplyAsync(() -> scene.held(serial, "APPROVE_ALL"), drivers));
      }
      return holds.stream().map(CompletableFuture::join).toList();
    }
  }

  private void capture(String reference) {
    order(reference);
    untilCaptured(reference);
  }

  private void order(String reference) {
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));
  }

  private void untilCaptured(String reference) {
    assertThat(scene.until(reference, AuthorizationChange.CAPTURED)).hasSize(RECORDS);
  }
}
