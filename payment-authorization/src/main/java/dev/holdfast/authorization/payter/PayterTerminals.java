package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.CardPoll;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/**
 * Arming terminals and reading cards. Seen: start, long poll, stop, the states. Assumed: a start
 * where the terminal is not online and IDLE is answered 409.
 */
@ApplicationScoped
class PayterTerminals {
  private static final Set<String> READING = Set.of("READY", "CARD_READING");

  private final CallbackAddresses callbacks;

  PayterTerminals(CallbackAddresses callbacks) {
    this.callbacks = callbacks;
  }

  Uni<Arming> arm(PayterCloud cloud, Tap tap) {
    return start(cloud, tap)
        .chain(reply -> reply.status() == 409 ? clearAndStart(cloud, tap) : armed(reply));
  }

  Uni<Arming> armAgain(PayterCloud cloud, Tap tap) {
    return start(cloud, tap)
        .chain(reply -> reply.status() == 409 ? isReading(cloud, tap) : armed(reply));
  }

  Uni<CardPoll> awaitCard(PayterCloud cloud, Tap tap, Duration wait) {
    return cloud
        .polls()
        .card(tap.reader().serial(), wait.toSeconds())
        .map(Reply::of)
        .map(this::read);
  }

  Uni<Void> disarm(PayterCloud cloud, Tap tap) {
    return stop(cloud, tap).replaceWithVoid();
  }

  /** What an earlier payment left on the terminal must not be taken for this driver's card. */
  private Uni<Arming> clearAndStart(PayterCloud cloud, Tap tap) {
    return stop(cloud, tap).chain(() -> start(cloud, tap)).chain(PayterTerminals::armed);
  }

  private static Uni<Arming> isReading(PayterCloud cloud, Tap tap) {
    return cloud
        .calls()
        .terminal(tap.reader().serial())
        .map(Reply::of)
        .map(PayterTerminals::isReading);
  }

  private static Arming isReading(Reply reply) {
    if (!reply.isOk()) {
      return new Arming.Unsure(reply.reason());
    }
    return READING.contains(reply.body().path("state").asText())
        ? new Arming.Armed()
        : new Arming.Unable("The terminal does not read cards");
  }

  private static Uni<Arming> armed(Reply reply) {
    Arming arming =
        switch (reply.status()) {
          case 200 -> new Arming.Armed();
          case 401, 403, 404, 409, 422 -> new Arming.Unable(reply.reason());
          default -> new Arming.Unsure(reply.reason());
        };
    return Uni.createFrom().item(arming);
  }

  private CardPoll read(Reply reply) {
    return switch (reply.status()) {
      case 200 -> new CardPoll.Seen(card(reply.body()));
      case 204 -> new CardPoll.NotYet();
      default -> new CardPoll.Unsure(reply.reason());
    };
  }

  /** Of the masked number only the last four digits are kept, whatever else it may show. */
  private static Card card(JsonNode body) {
    var scheme = body.path("scheme").asText("");
    var masked = body.path("maskedCardNumber").asText("");
    var lastFour = masked.substring(Math.max(0, masked.length() - 4));
    return new Card(
        scheme.matches("[A-Za-z _-]{1,30}") ? scheme : null,
        lastFour.matches("[0-9]{4}") ? lastFour : null);
  }

  private Uni<Reply> start(PayterCloud cloud, Tap tap) {
    return cloud
        .calls()
        .start(
            tap.reader().serial(),
            tap.requested().getAmountMinorLong(),
            callbacks.addressFor(tap.reference()).orElse(null))
        .map(Reply::of);
  }

  private static Uni<Reply> stop(PayterCloud cloud, Tap tap) {
    return cloud.calls().stop(tap.reader().serial()).map(Reply::of);
  }
}
