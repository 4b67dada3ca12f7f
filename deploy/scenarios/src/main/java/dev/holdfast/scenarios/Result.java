package dev.holdfast.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a payment ended; null where there is nothing to say.
 *
 * @param outcome the settlement's outcome, or for what reason a person must look at it, or the
 *     authorization's status where none came to it
 */
record Result(
    @Nullable Money hold,
    @Nullable Money session,
    @Nullable Money captured,
    @Nullable Money refunded,
    @Nullable Money shortfall,
    @Nullable Money released,
    String outcome) {

  /** All amounts in minor units of EUR. */
  static Result eur(
      long hold, long session, long captured, long shortfall, long released, String outcome) {
    return new Result(
        Amounts.eur(hold),
        Amounts.eur(session),
        Amounts.eur(captured),
        Amounts.eur(0),
        Amounts.eur(shortfall),
        Amounts.eur(released),
        outcome);
  }

  /** No hold, so no session and no money. */
  static Result without(String outcome) {
    return new Result(null, null, null, null, null, null, outcome);
  }

  /** The same, and so much in minor units of EUR paid back. */
  Result andRefunded(long minorUnits) {
    return new Result(
        hold, session, captured, Amounts.eur(minorUnits), shortfall, released, outcome);
  }

  List<String> cells() {
    return List.of(
        Amounts.words(hold),
        Amounts.words(session),
        Amounts.words(captured),
        Amounts.words(refunded),
        Amounts.words(shortfall),
        Amounts.words(released),
        outcome);
  }

  /** In which columns the other differs, each as a sentence. */
  List<String> differences(Result seen, List<String> columns) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!Objects.equals(cells().get(i), seen.cells().get(i))) {
        differences.add("%s should be %s".formatted(columns.get(i), cells().get(i)));
      }
    }
    return differences;
  }
}
