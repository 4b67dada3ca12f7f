package dev.holdfast.authorization.payter;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.CardPoll;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Arming terminals and reading cards. */
@ApplicationScoped
class PayterTerminals {
  private final CallbackAddresses callbacks;
  private final PayterCards cards;
  private final PayterSettings.Assumed assumed;

  PayterTerminals(CallbackAddresses callbacks, PayterCards cards, PayterSettings settings) {
    this.callbacks = callbacks;
    this.cards = cards;
    this.assumed = settings.assumed();
  }

  /** What an earlier payment left on the terminal must not be taken for this driver's card. */
  Uni<Arming> arm(PayterCloud cloud, Tap tap) {
    Function<Reply, Uni<Arming>> clearAndStart =
        _ ->
            stop(cloud, tap)
                .chain(() -> start(cloud, tap))
                .chain(reply -> armed(reply, refused -> cannotRead(cloud, tap, refused)));
    return start(cloud, tap).chain(reply -> armed(reply, clearAndStart));
  }

  /** Reads the terminal cards already, it does so for this payment. */
  Uni<Arming> armAgain(PayterCloud cloud, Tap tap) {
    return start(cloud, tap)
        .chain(reply ->
            armed(
                reply,
                refused ->
                    terminal(cloud, tap)
                        .map(seen ->
                            isIn(assumed.readingStates(), seen)
                                ? new Arming.Armed()
                                : unable(seen, refused))));
  }

  Uni<CardPoll> awaitCard(PayterCloud cloud, Tap tap, Duration wait) {
    var serial = tap.reader().serial();
    // Side by side: what stands there before the card is read costs the driver no time.
    return Uni.combine()
        .all()
        .unis(
            cloud.calls().sessions(serial).map(Reply::of).onFailure().recoverWithItem(Reply.NONE),
            cloud.polls().card(serial, wait.toSeconds()).map(Reply::of))
        .with((before, read) -> cards.read(before, read));
  }

  Uni<Void> disarm(PayterCloud cloud, Tap tap) {
    return stop(cloud, tap).replaceWithVoid();
  }

  private static Uni<Arming> armed(Reply reply, Function<Reply, Uni<Arming>> notReady) {
    if (reply.isOk()) {
      return arming(new Arming.Armed());
    }
    return switch (reply.status()) {
      // No such terminal, or not for this key: no start will change that.
      case 401, 403, 404 -> arming(new Arming.Unable(reply.reason()));
      default ->
          reply.isRefusal() ? notReady.apply(reply) : arming(new Arming.Unsure(reply.reason()));
    };
  }

  private Uni<Arming> cannotRead(PayterCloud cloud, Tap tap, Reply refused) {
    return terminal(cloud, tap).map(seen -> unable(seen, refused));
  }

  /** Only a terminal that waits for a start and yet refuses it will not read soon. */
  private Arming unable(Reply seen, Reply refused) {
    return isIn(assumed.idleStates(), seen)
        ? new Arming.Unable(refused.reason())
        : new Arming.Unsure(refused.reason());
  }

  private static boolean isIn(Iterable<String> states, Reply terminal) {
    var state = terminal.body().path("state").asText();
    for (var each : states) {
      if (terminal.isOk() && each.equals(state)) {
        return true;
      }
    }
    return false;
  }

  private static Uni<Reply> terminal(PayterCloud cloud, Tap tap) {
    return cloud.calls().terminal(tap.reader().serial()).map(Reply::of);
  }

  private Uni<Reply> start(PayterCloud cloud, Tap tap) {
    return cloud
        .calls()
        .start(
            tap.reader().serial(),
            tap.requested().getAmountMinorLong(),
            callbacks.addressFor(tap.reference()).orElse(null),
            assumed.paymentMethods().orElse(List.of()))
        .map(Reply::of);
  }

  private static Uni<Reply> stop(PayterCloud cloud, Tap tap) {
    return cloud.calls().stop(tap.reader().serial()).map(Reply::of);
  }

  private static Uni<Arming> arming(Arming arming) {
    return Uni.createFrom().item(arming);
  }
}
