package dev.holdfast.settlement.core.payment;

import dev.holdfast.settlement.core.payment.Resolution.Choice;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Ends a contradiction: what a person decides is a close, said as the next revision. */
public final class Contradictions {
  private Contradictions() {}

  /** One, and the number by which a person names it. */
  public record Numbered(int number, Contradiction contradiction) {}

  /** All that ever were, decided ones too. */
  public static List<Numbered> of(Session session) {
    return IntStream.rangeClosed(1, session.disputes().size())
        .mapToObj(number -> new Numbered(number, session.disputes().get(number - 1)))
        .toList();
  }

  /** Those that may be decided so. */
  public static List<Numbered> open(Session session, Choice choice) {
    return of(session).stream()
        .filter(each -> !each.contradiction().resolved())
        .filter(each -> choice != Choice.ACCEPT_SECOND || hasPrice(each.contradiction()))
        .toList();
  }

  /** What the payment costs once it is decided so; null where no close is known. */
  public static @Nullable Money price(Session session, Contradiction decided, Choice choice) {
    Close close = closing(session, decided, choice);
    return close == null ? null : close.total();
  }

  /** The session after a person has decided about it. */
  public static Session decide(Session session, Contradiction decided, Resolution resolution) {
    Close close = closing(session, decided, resolution.choice());
    Session ended = session.with(ending(session, decided, close), resolution);
    // What stands already is no news.
    return close == null || close.equals(session.latest())
        ? ended
        : ended.with(close.as(nextRevision(session)));
  }

  /** Was this revision said by a person, and not by the charging platform? */
  public static boolean isDecided(Session session, Close close) {
    return session.resolutions().stream()
        .filter(each -> close.revision() == (each.revision() == null ? 1 : each.revision() + 1))
        .anyMatch(each ->
            switch (each.choice()) {
              case REFUND -> true;
              case ACCEPT_FIRST -> isOnTwoPayments(session, each);
              case ACCEPT_SECOND -> !isOnTwoPayments(session, each);
              case WRITE_OFF, RETRY, GOODWILL -> false;
            });
  }

  private static boolean isOnTwoPayments(Session session, Resolution resolution) {
    Integer number = resolution.contradiction();
    return number != null && session.disputes().get(number - 1).elsewhere() != null;
  }

  /**
   * The lowest of the prices that are known while contradictions are open: so much is due, whoever
   * is right. A session that has only started has no price yet, and what was taken can be paid
   * back; what is not taken before the hold ends never comes. Null where nothing is known to be
   * due: there is no price, they are in several currencies, or another payment has taken the
   * session.
   */
  public static @Nullable Close undisputed(Session session) {
    List<Contradiction> open = session.openContradictions();
    if (open.isEmpty() || open.stream().anyMatch(each -> each.elsewhere() != null)) {
      return null;
    }
    List<Close> prices =
        Stream.concat(Stream.ofNullable(session.latest()), open.stream().map(Contradiction::close))
            .filter(Objects::nonNull)
            .toList();
    long currencies =
        prices.stream().map(each -> each.total().getCurrencyUnit()).distinct().count();
    return currencies == 1 ? Collections.min(prices, Comparator.comparing(Close::total)) : null;
  }

  /** What stands then: of two payments with one session, nothing is due on the second. */
  private static @Nullable Close closing(Session session, Contradiction decided, Choice choice) {
    Close first = session.latest();
    boolean isSecond = choice == Choice.ACCEPT_SECOND;
    if (decided.elsewhere() != null) {
      return isSecond || first == null ? first : first.free();
    }
    return isSecond ? decided.close() : first;
  }

  /** Of a second session all ends at once; and all of the first, where the second stands. */
  private static List<Contradiction> ending(
      Session session, Contradiction decided, @Nullable Close close) {
    boolean isOfSession = decided.reason() == AttentionReason.SECOND_SESSION;
    boolean isTaken = close != null && !close.sessionId().equals(session.current());
    return session.disputes().stream()
        .map(each -> {
          boolean isEnded =
              each.equals(decided)
                  || (isOfSession && each.sessionId().equals(decided.sessionId()))
                  || (isTaken && each.sessionId().equals(session.current()));
          return isEnded ? each.decided() : each;
        })
        .toList();
  }

  private static boolean hasPrice(Contradiction contradiction) {
    return contradiction.close() != null || contradiction.elsewhere() != null;
  }

  private static int nextRevision(Session session) {
    Close latest = session.latest();
    return latest == null ? 1 : latest.revision() + 1;
  }
}
