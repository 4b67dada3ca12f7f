package dev.holdfast.benchmarks;

import dev.holdfast.benchmarks.TapFigures.Tapped;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.scenarios.Fleet;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Drivers who tap one card after the other, each at a terminal of its own. */
final class Rush {
  /** Less than a caller waits for the answer, so that a hold which comes late is told of. */
  private static final int WAIT_SECONDS = 20;

  private final RestApi authorizations;
  private final RestApi simulator;
  private final List<String> terminals;

  /** With payment-authorization itself, not the front door: that is not what is measured. */
  Rush(RestApi authorizations, RestApi simulator, List<String> terminals) {
    this.authorizations = authorizations;
    this.simulator = simulator;
    this.terminals = terminals;
  }

  /**
   * Taps for so long, after a while that does not count.
   *
   * @param every a driver taps so often; zero for at once when the last hold is there
   */
  TapFigures run(Duration warmUp, Duration counted, Duration every) {
    Queue<Tapped> taps = new ConcurrentLinkedQueue<>();
    Queue<String> errors = new ConcurrentLinkedQueue<>();
    long begin = System.nanoTime() + warmUp.toNanos();
    long end = begin + counted.toNanos();
    List<Thread> drivers = new ArrayList<>();
    for (int i = 0; i < terminals.size(); i++) {
      String serial = terminals.get(i);
      Duration first = every.multipliedBy(i).dividedBy(terminals.size());
      drivers.add(
          Thread.startVirtualThread(() -> {
            sleep(first);
            drive(serial, begin, end, every, taps, errors);
          }));
    }
    drivers.forEach(Rush::join);
    return new TapFigures(counted, new ArrayList<>(taps), new ArrayList<>(errors));
  }

  private void drive(
      String serial,
      long begin,
      long end,
      Duration every,
      Queue<Tapped> taps,
      Queue<String> errors) {
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      try {
        tap(serial, begin, end, taps, errors);
      } catch (UncheckedIOException cutOff) {
        errors.add(String.valueOf(cutOff.getMessage()));
      }
      sleep(every.minusNanos(System.nanoTime() - now));
    }
  }

  private void tap(String serial, long begin, long end, Queue<Tapped> taps, Queue<String> errors) {
    String terminal = "/simulator/clouds/test/terminals/" + serial;
    Map<String, Object> request = new HashMap<>(Fleet.holdRequest(serial));
    request.put("waitSeconds", WAIT_SECONDS);
    var _ = simulator.send("DELETE", terminal + "/time", "");
    var _ = simulator.post(terminal + "/tap", Fleet.goodCard());
    long asked = System.nanoTime();
    RestApi.Answer answer = authorizations.send("POST", "/authorizations", request);
    long held = System.nanoTime();
    if (held < begin || held > end) {
      return;
    }
    if ("HELD".equals(answer.body().path("status").asText())) {
      long gateway = simulator.get(terminal + "/time").path("micros").asLong();
      taps.add(new Tapped((held - asked) / 1_000, gateway));
    } else {
      errors.add(answer.toString());
    }
  }

  private static void sleep(Duration left) {
    try {
      Thread.sleep(left);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while drivers tap", stopped);
    }
  }

  private static void join(Thread driver) {
    try {
      driver.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while drivers tap", stopped);
    }
  }
}
