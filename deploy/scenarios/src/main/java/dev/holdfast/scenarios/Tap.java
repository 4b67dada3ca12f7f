package dev.holdfast.scenarios;

import java.util.List;
import org.joda.money.Money;

/** What became of a request for a hold, as the charging platform sees it. */
sealed interface Tap {
  /** Nobody asked. */
  record None() implements Tap {}

  /** The terminal may take no card now, for these reasons. */
  record Refused(List<String> reasons) implements Tap {
    static Refused because(String reason) {
      return new Refused(List.of(reason));
    }
  }

  /** The card was read and this much is held. */
  record Held(Money amount) implements Tap {
    static Held eur(long minorUnits) {
      return new Held(Amounts.eur(minorUnits));
    }
  }

  /** Something else, which no case expects. */
  record Other(int status) implements Tap {}

  /** As a cell of the table. */
  default String words() {
    return switch (this) {
      case None _ -> "-";
      case Refused(var reasons) -> "409 " + String.join(", ", reasons);
      case Held(var amount) -> "HELD " + Amounts.words(amount);
      case Other(int status) -> "HTTP " + status;
    };
  }
}
