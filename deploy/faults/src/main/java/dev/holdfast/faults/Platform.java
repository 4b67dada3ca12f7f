package dev.holdfast.faults;

import dev.holdfast.events.SessionClosed;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.events.ChargingPlatform;
import dev.holdfast.launcher.events.SessionJson;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The charging platform's doors, while anything may be broken: what is not answered is empty.
 *
 * @param front the services' REST APIs
 * @param simulator where cards are held to terminals
 */
record Platform(RestApi front, RestApi simulator, ChargingPlatform events) {
  private static final int WAIT_SECONDS = 8;

  /** Asks for a hold; the same payment's request always carries the same key. */
  Optional<RestApi.Answer> ask(Payment payment, String key) {
    Terminal terminal = payment.terminal();
    Map<String, Object> request =
        Map.of(
            "terminalSerial", terminal.serial(),
            "evseId", terminal.evse(),
            "waitSeconds", WAIT_SECONDS);
    return attempt(
        () -> front.send("POST", "/authorizations", Map.of("Idempotency-Key", key), request));
  }

  /** Holds a card to the payment's terminal. */
  void tap(Payment payment) {
    Terminal terminal = payment.terminal();
    var _ =
        attempt(() ->
            simulator.send(
                "POST",
                "/simulator/clouds/test/terminals/" + terminal.serial() + "/tap",
                terminal.bank().card()));
  }

  /** The authorization's status, if it is answered. */
  Optional<String> status(String reference) {
    return attempt(() -> front.send("GET", "/authorizations/" + reference, ""))
        .filter(RestApi.Answer::isGood)
        .map(answer -> answer.body().path("status").asText());
  }

  /** The settlement's status, if there is one and it is answered. */
  Optional<String> settlement(String reference) {
    return attempt(() -> front.send("GET", "/settlements/" + reference, ""))
        .filter(RestApi.Answer::isGood)
        .map(answer -> answer.body().path("status").asText());
  }

  /** Wants no hold any more. */
  Optional<RestApi.Answer> cancel(String reference) {
    Map<String, String> why = Map.of("by", "drill", "reason", "the driver went away");
    return attempt(() -> front.send("POST", "/authorizations/" + reference + "/cancel", why));
  }

  /** Says that charging began, if the broker takes it. */
  void start(Payment payment, String reference) {
    var _ =
        acknowledged(
            () -> events.send(session(payment, reference, 0).started(Instant.now())).join());
  }

  /** Says that charging ended; true once the broker has it. */
  boolean close(SessionClosed closed) {
    return acknowledged(() -> events.send(closed).join());
  }

  /** A close, the same whenever it is published. */
  static SessionClosed closed(
      Payment payment, String reference, Plan.Close close, Instant stopped) {
    return SessionClosed.newBuilder(session(payment, reference, close.totalCents()).closed(stopped))
        .setRevision(close.revision())
        .build();
  }

  private static SessionJson session(Payment payment, String reference, long totalCents) {
    return SessionJson.of(
        reference,
        "drill-session-" + reference,
        payment.terminal().evse(),
        Money.ofMinor(CurrencyUnit.EUR, totalCents));
  }

  private static boolean acknowledged(Runnable send) {
    try {
      send.run();
      return true;
    } catch (CompletionException | IllegalStateException | UncheckedIOException notTaken) {
      return false;
    }
  }

  private static Optional<RestApi.Answer> attempt(Supplier<RestApi.Answer> call) {
    try {
      return Optional.of(call.get());
    } catch (UncheckedIOException unanswered) {
      return Optional.empty();
    }
  }
}
