package dev.holdfast.authorization;

import dev.holdfast.authorization.Decide.Order;
import dev.holdfast.authorization.core.Command.CardRead;
import dev.holdfast.authorization.core.Command.NoCard;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.due.CardWait;
import dev.holdfast.authorization.due.Claims;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.authorization.gateway.Gateways;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/**
 * Arms the terminal, waits for the card in long polls, and has its bank asked for the hold. The
 * claim is kept from poll to poll, so that another instance goes on where this one dies.
 */
@ApplicationScoped
class ReadCard {
  private final Gateways gateways;
  private final Decide decide;
  private final MoveMoney moveMoney;
  private final GiveUp giveUp;
  private final Claims claims;
  private final CardWait cardWait;

  ReadCard(
      Gateways gateways,
      Decide decide,
      MoveMoney moveMoney,
      GiveUp giveUp,
      Claims claims,
      CardWait cardWait) {
    this.gateways = gateways;
    this.decide = decide;
    this.moveMoney = moveMoney;
    this.giveUp = giveUp;
    this.claims = claims;
    this.cardWait = cardWait;
  }

  /** For a driver who has just come: whatever is on the terminal is not theirs. */
  Uni<Void> begin(Tap tap) {
    return gateways.of(tap).arm(tap).chain(arming -> await(tap, arming, this::pollFirst));
  }

  /** For a driver whom another instance left, or whom a disturbance interrupted. */
  Uni<Void> resume(Tap tap) {
    return whileAwaited(
        tap,
        left -> gateways.of(tap).armAgain(tap).chain(arming -> await(tap, arming, this::poll)));
  }

  /** Someone says that the card was read: they who wait find it read, too, and do nothing more. */
  Uni<Void> now(Tap tap) {
    return gateways
        .of(tap)
        .awaitCard(tap, Duration.ZERO)
        .chain(reading ->
            switch (reading) {
              case CardPoll.Seen seen -> authorize(tap, seen);
              // Whoever waits for the card finds it, too, and gives up.
              case CardPoll.NoBankCard _, CardPoll.NotYet _, CardPoll.Unsure _ -> nobodyWaits();
            });
  }

  private Uni<Void> await(Tap tap, Arming arming, Function<Tap, Uni<Void>> poll) {
    return switch (arming) {
      case Arming.Armed() -> poll.apply(tap);
      case Arming.Unable(var reason) -> giveUp(tap, "The terminal cannot read a card: " + reason);
      case Arming.Unsure _ -> later(tap);
    };
  }

  /** Its claim was written with its row, and mostly covers this poll. */
  private Uni<Void> pollFirst(Tap tap) {
    return cardWait
        .leftWithoutRenewal(tap)
        .map(left -> pollOnce(tap, left))
        .orElseGet(() -> poll(tap));
  }

  private Uni<Void> poll(Tap tap) {
    return whileAwaited(tap, left -> pollOnce(tap, left));
  }

  /** Keeps the claim while the driver has time; an instance that ends gives it back at once. */
  private Uni<Void> whileAwaited(Tap tap, Function<Duration, Uni<Void>> next) {
    return cardWait.isAtAnEnd()
        ? claims.giveBack(tap.reference(), Duration.ZERO)
        : claims
            .keep(tap.reference())
            .chain(left ->
                left.map(time -> time.isPositive() ? next.apply(time) : timeIsUp(tap))
                    .orElseGet(ReadCard::nobodyWaits));
  }

  private Uni<Void> timeIsUp(Tap tap) {
    return giveUp(tap, "No card was presented in time");
  }

  private Uni<Void> pollOnce(Tap tap, Duration left) {
    return cardWait
        .untilTheEnd(gateways.of(tap).awaitCard(tap, cardWait.nextPoll(left)))
        .chain(reading ->
            switch (reading) {
              case CardPoll.Seen seen -> authorize(tap, seen);
              case CardPoll.NoBankCard(var reason) -> giveUp(tap, reason);
              case CardPoll.NotYet() -> poll(tap);
              case CardPoll.Unsure _ -> later(tap);
            });
  }

  private Uni<Void> authorize(Tap tap, CardPoll.Seen seen) {
    var read = new CardRead(seen.card(), seen.before());
    return decide.andClaim(new Order(tap.reference(), read)).chain(moveMoney::goOn);
  }

  private Uni<Void> giveUp(Tap tap, String reason) {
    return giveUp.because(tap, new NoCard(reason)).replaceWithVoid();
  }

  private Uni<Void> later(Tap tap) {
    return claims.giveBack(tap.reference(), cardWait.pauseAfterTrouble(tap));
  }

  private static Uni<Void> nobodyWaits() {
    return Uni.createFrom().voidItem();
  }
}
