package dev.holdfast.authorization;

import dev.holdfast.authorization.ShowHolds.Found;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.ShowHolds.Unreadable;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.HoldFilter;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.gateway.OtherPayments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what else was paid at a terminal, so that no hold is taken for another payment's. */
@ApplicationScoped
class FindOthers implements OtherPayments {
  /** Longer than any call is under way: what came of an older one stood there before. */
  private static final Duration SHORTLY_BEFORE = Duration.ofMinutes(10);

  /** More than one terminal can take in that time: beyond them, nothing is ruled out. */
  private static final int MOST = 500;

  private final ShowHolds holds;

  FindOthers(ShowHolds holds) {
    this.holds = holds;
  }

  @Override
  public Uni<Claims> at(Tap tap) {
    return holds.page(since(tap), null, MOST).map(found -> claims(tap, found));
  }

  static Claims claims(Tap tap, List<Found> found) {
    var all =
        found.stream()
            .collect(
                Collectors.partitioningBy(
                    each -> each.place().reference().equals(tap.reference())));
    var others = all.getOrDefault(false, List.of());
    var known =
        others.stream()
            .flatMap(FindOthers::holdCalls)
            .map(Attempt::gatewayReference)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    boolean isDeclined =
        all.getOrDefault(true, List.of()).stream().anyMatch(FindOthers::isDeclined);
    var rivals = others.stream().filter(other -> !(isDeclined && isDeclined(other)));
    return new Claims(known, found.size() == MOST || rivals.anyMatch(FindOthers::mayOwnMore));
  }

  /** What stands there is given back: of two such payments, it does not matter whose it is. */
  private static boolean isDeclined(Found found) {
    return found instanceof Shown(Authorization.Declined _, _);
  }

  /** A call that was uncertain once may have been carried out, whatever was found since. */
  private static boolean mayOwnMore(Found found) {
    return found instanceof Unreadable
        || holdCalls(found)
            .filter(call -> call.gatewayReference() == null)
            .anyMatch(call -> call.outcome().isOpen() || call.unanswered() > 0);
  }

  private static Stream<Attempt> holdCalls(Found found) {
    return switch (found) {
      case Shown(var state, _) ->
          state.history().attempts().stream().filter(call -> call.kind() == Kind.AUTHORIZE);
      case Unreadable _ -> Stream.empty();
    };
  }

  private static HoldFilter since(Tap tap) {
    return new HoldFilter(
        Set.of(),
        Optional.of(tap.reader().serial()),
        Optional.empty(),
        new HoldFilter.Period(Optional.of(tap.at().minus(SHORTLY_BEFORE)), Optional.empty()),
        Optional.empty(),
        new HoldFilter.Payment(Optional.empty(), Optional.empty(), Optional.empty()),
        new HoldFilter.Trouble(false, false));
  }
}
