package dev.holdfast.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.testkit.Published;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two instances, a vendor that does not answer, and restarts: nothing waits, is lost or doubled.
 */
@SuppressWarnings("NullAway.Init") // set before the tests
class RestartsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** For so many a vendor that does not answer takes minutes. */
  private static final int MANY = 2_000;

  private static final int WORKERS = 4;
  private static final int EACH = 5;

  private static TwoInstances two;

  @BeforeAll
  static void start() throws IOException {
    two = TwoInstances.start();
  }

  @AfterAll
  static void stop() {
    two.close();
  }

  @BeforeEach
  void reset() throws SQLException {
    two.reset();
  }

  @Test
  void visitsAVendorWhileAnotherOneIsSilent() throws Exception {
    two.importPayterTerminals(MANY);
    var reader = two.registerStripeReader();
    two.payter().wire().silence();
    two.change("update vendor_visit set due_at = 'epoch' where vendor = 'PAYTER'");
    two.stripe().put("readers/" + reader, Map.of());
    two.change("update vendor_visit set due_at = now() where vendor = 'STRIPE'");

    eventually(() -> assertThat(two.text(known(reader))).isEqualTo("SEEN"));
    assertThat(due()).as("terminals of the silent vendor that still wait").isPositive();
    assertThat(two.one().isReady()).isTrue();
  }

  @Test
  void givesVisitsBackThatItCannotMakeAnyMore() throws Exception {
    two.other().terminate();
    two.importPayterTerminals(200);
    two.change("update vendor_visit set due_at = now() + interval '1 day'");
    two.payter().wire().silence();
    two.change(
        """
        update vendor_visit set due_at = now() where serial in (
          select serial from vendor_visit where vendor = 'PAYTER' order by serial desc limit 200)
        """);
    eventually(() -> assertThat(due()).isZero());

    two.one().terminate();

    // Some were asked for in vain before, eight at a time: these have had their visit.
    assertThat(due()).isGreaterThan(100);
  }

  @Test
  void answersWhoeverWaitsWhenItStops() throws Exception {
    var serials = two.importPayterTerminals(4);
    two.payter().wire().stallAfter(0);
    int before = two.payter().questions();
    var refresh = two.one().url().resolve("/terminals/");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          serials.stream()
              .map(serial -> threads.submit(() -> two.post(refresh.resolve(serial + "/refresh"))))
              .toList();
      eventually(() ->
          assertThat(two.payter().questions()).isGreaterThanOrEqualTo(before + serials.size()));
      two.one().terminate();
      for (var answer : waiting) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  @Test
  void losesAndDoublesNothingWhenRestartedOneAfterTheOther() throws Exception {
    var serials = two.importPayterTerminals(WORKERS * EACH);
    var over = new AtomicBoolean();
    var changes = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var working =
          IntStream.range(0, WORKERS)
              .mapToObj(worker -> serials.subList(worker * EACH, (worker + 1) * EACH))
              .map(own -> submit(threads, () -> changeUntil(over, own, changes)))
              .toList();
      for (var instance : List.of(two.one(), two.other(), two.one(), two.other())) {
        int before = changes.get();
        instance.terminate();
        eventually(() -> assertThat(changes.get()).isGreaterThan(before + WORKERS * EACH));
        instance.restart();
      }
      over.set(true);
      for (var worker : working) {
        worker.get();
      }
    }
    for (var serial : serials) {
      isPublishedOnce(serial);
    }
  }

  private static Future<Boolean> submit(ExecutorService threads, Callable<Boolean> work) {
    return threads.submit(work);
  }

  /** Callers change terminals, and so does their vendor. */
  private static boolean changeUntil(
      AtomicBoolean over, List<String> serials, AtomicInteger changes) throws Exception {
    for (int round = 0; !over.get(); round++) {
      for (var serial : serials) {
        two.put(serial, "P68-" + round);
        changes.incrementAndGet();
        two.payter().configures(serial, round % 2 == 0);
        two.change("update vendor_visit set due_at = now() where serial = '" + serial + "'");
      }
    }
    return true;
  }

  /** The vendor may still change it: what is published may be newer than what was read. */
  private static void isPublishedOnce(String serial) throws SQLException {
    long newest = two.number("select version from terminal where serial = '" + serial + "'");
    assertThat(newest).isGreaterThan(1);
    try (var probe = two.probe()) {
      var published =
          probe.await(
              Topic.TERMINALS, TerminalChanged.class, serial, seen -> seen.size() >= newest);
      assertThat(published.stream().map(Published::value).map(TerminalChanged::getVersion))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, published.size()).boxed().toList());
    }
  }

  private static String known(String serial) {
    return "select known from vendor_fact where vendor_environment = 'TEST' and serial = '"
        + serial
        + "'";
  }

  private static long due() throws SQLException {
    return two.number("select count(*) from vendor_visit where due_at <= now()");
  }

  private static void eventually(ThrowingRunnable holds) {
    await().atMost(PATIENCE).untilAsserted(holds);
  }
}
