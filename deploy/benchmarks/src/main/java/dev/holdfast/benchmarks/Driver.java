package dev.holdfast.benchmarks;

import dev.holdfast.benchmarks.TapFigures.Tapped;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.events.ChargingPlatform;
import dev.holdfast.launcher.events.SessionJson;
import dev.holdfast.scenarios.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Pays at a terminal, from the tap to the end of the session.
 *
 * @param authorizations payment-authorization itself, not the front door
 */
record Driver(RestApi authorizations, RestApi simulator, ChargingPlatform platform, Books books) {
  /** Longer than a driver would stay: a hold that comes late is measured, not left out. */
  private static final int WAIT_SECONDS = 60;

  /** How long an answer may take, so that a hold which comes late is told of. */
  static final Duration ANSWER = Duration.ofSeconds(WAIT_SECONDS + 10);

  private static final Money TOTAL = Money.ofMinor(CurrencyUnit.EUR, 2_340);

  /** The tap came to something else than a hold. */
  static final class NotHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotHeld(String answer) {
      super(answer);
    }
  }

  /** Presents the card, which the terminal reads once it is asked to. */
  void presentCard(String serial) {
    var _ = simulator.send("DELETE", terminal(serial) + "/time", "");
    var _ = simulator.post(terminal(serial) + "/tap", Fleet.goodCard());
  }

  /** A payment whose card is held. */
  record Held(String reference, String evse, Tapped tap) {}

  /**
   * Asks for the hold when it is due, and waits for it.
   *
   * @param due of {@link System#nanoTime()}; the time is counted from there, however late it is
   */
  Held tap(String serial, long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    Map<String, Object> request = new HashMap<>(Fleet.holdRequest(serial));
    request.put("waitSeconds", WAIT_SECONDS);
    RestApi.Answer answer = authorizations.send("POST", "/authorizations", request);
    long held = System.nanoTime();
    if (!"HELD".equals(answer.body().path("status").asText())) {
      throw new NotHeld(answer.toString());
    }
    long gateway = simulator.get(terminal(serial) + "/time").path("micros").asLong();
    return new Held(
        answer.body().required("reference").asText(),
        String.valueOf(request.get("evseId")),
        new Tapped((held - due) / 1_000, gateway));
  }

  /** Charges, in no time; the answer ends when the payment is in the books. */
  CompletableFuture<Void> charge(Held held) {
    String reference = held.reference();
    SessionJson session = SessionJson.of(reference, "session-of-" + reference, held.evse(), TOTAL);
    var _ = platform.send(session.started(Instant.now()));
    CompletableFuture<Void> booked = books.await(reference, held.tap());
    var _ = platform.send(session.closed(Instant.now()));
    return booked;
  }

  private static String terminal(String serial) {
    return "/simulator/clouds/test/terminals/" + serial;
  }
}
