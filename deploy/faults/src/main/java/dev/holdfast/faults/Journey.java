package dev.holdfast.faults;

import dev.holdfast.launcher.RestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Plays one payment to its end, whatever is broken meanwhile: a platform that was told a reference
 * closes its session or cancels its hold, and says so until it is heard.
 *
 * @param isOver tells that nothing more may be waited for
 */
record Journey(Payment payment, Platform platform, Served served, BooleanSupplier isOver) {
  private static final Set<String> UNDECIDED = Set.of("AWAITING_CARD", "AUTHORIZING");
  private static final Duration CARD_COMES_AFTER = Duration.ofMillis(300);
  static final Duration PAUSE = Duration.ofMillis(1_500);
  private static final Duration DRIVER_WAITS = Duration.ofSeconds(75);
  private static final int ASKED_AGAIN = 4;
  private static final int SERVER_ERROR = 500;

  /** Plays until the driver is told or leaves: then the terminal is free for the next. */
  void tap() {
    if (payment.plan().ending() != Plan.Ending.NO_CARD) {
      Thread.startVirtualThread(() -> {
        sleep(CARD_COMES_AFTER);
        platform.tap(payment);
      });
    }
    ask();
    awaitDecision();
  }

  /** Plays the rest, if the driver was told a reference. */
  void goOn() {
    String reference = payment.reference();
    if (reference == null) {
      return;
    }
    if ("HELD".equals(payment.toldStatus()) && payment.plan().ending().isCharged()) {
      new Charging(payment, platform, served, isOver).play(reference);
    } else {
      giveBack(reference);
    }
  }

  private void ask() {
    String key = "drill-" + UUID.randomUUID();
    Instant asked = Instant.now();
    int triesLeft = payment.plan().patient() ? ASKED_AGAIN : 0;
    Optional<RestApi.Answer> answer = platform.ask(payment, key);
    while (isWorthAnotherTry(answer) && triesLeft > 0 && !isOver.getAsBoolean()) {
      triesLeft--;
      sleep(PAUSE);
      answer = platform.ask(payment, key);
    }
    answer
        .filter(RestApi.Answer::isGood)
        .filter(_ -> payment.plan().ending() != Plan.Ending.LEFT)
        .map(RestApi.Answer::body)
        .ifPresent(told -> {
          payment.told(told.path("reference").asText(), told.path("status").asText());
          if ("HELD".equals(payment.toldStatus())) {
            served.held(asked, Instant.now());
          }
        });
  }

  private static boolean isWorthAnotherTry(Optional<RestApi.Answer> answer) {
    return answer.map(given -> given.status() >= SERVER_ERROR).orElse(true);
  }

  private void awaitDecision() {
    String reference = payment.reference();
    Instant end = Instant.now().plus(DRIVER_WAITS);
    while (reference != null
        && UNDECIDED.contains(payment.toldStatus())
        && Instant.now().isBefore(end)
        && !isOver.getAsBoolean()) {
      sleep(PAUSE);
      look(reference);
    }
  }

  private void look(String reference) {
    platform.status(reference).ifPresent(status -> payment.told(reference, status));
  }

  /** Nobody charges: whatever was held or still comes to be held is not wanted. */
  private void giveBack(String reference) {
    while (!isOver.getAsBoolean()) {
      look(reference);
      boolean isOpen =
          UNDECIDED.contains(payment.toldStatus()) || "HELD".equals(payment.toldStatus());
      if (!isOpen) {
        return;
      }
      Optional<RestApi.Answer> answer = platform.cancel(reference);
      if (answer.filter(RestApi.Answer::isGood).isPresent()) {
        payment.cancelled();
        return;
      }
      sleep(PAUSE);
    }
  }

  static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a driver pays", stopped);
    }
  }
}
