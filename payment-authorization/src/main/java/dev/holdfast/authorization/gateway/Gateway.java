package dev.holdfast.authorization.gateway;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Who moves the money for the terminals of one vendor. From {@link Gateways} no call fails, and
 * each ends in time: what did not come to a certain answer is an answer, too. In time is {@link
 * GatewaySettings#timeout}, three times that to arm and twice that to send or to look up. Results
 * come on the caller's Vert.x context. An adapter only speaks to its gateway: it may fail, and
 * {@link BoundedGateway} bounds it.
 *
 * <p>A gateway may hold the money when the card is read, or when the hold is sent for. Where it is
 * the former, {@link #arm} begins the hold, {@link #send} of it says what became of it, and {@link
 * #disarm} must be certain before a payment is given up.
 */
public interface Gateway {
  /** The vendor whose terminals it serves, as the registry names it. */
  String vendor();

  /** Is it set up here, for the cloud that pairs with this environment? */
  boolean isOffered(Environment environment);

  /** Makes the terminal read a card for this payment, whatever it was doing. */
  Uni<Arming> arm(Tap tap);

  /** As {@link #arm}, but a terminal that reads cards already goes on: who crashed has armed it. */
  Uni<Arming> armAgain(Tap tap);

  /** Waits so long, at most, for a card; the wait comes on top of the time-out. */
  Uni<CardPoll> awaitCard(Tap tap, Duration wait);

  /** Lets the terminal read no card for this payment any more, and gives back what was held. */
  Uni<Disarming> disarm(Tap tap);

  /** What it comes to that {@link #disarm} had no certain answer: may money still be held? */
  Disarming notDisarmed(String why);

  /** Makes the call that may move money; made again, it moves the money only once. */
  Uni<Answer> send(GatewayCall call);

  /** Asks what became of a call that was sent, or may have been. */
  Uni<Answer> lookUp(GatewayCall call);
}
