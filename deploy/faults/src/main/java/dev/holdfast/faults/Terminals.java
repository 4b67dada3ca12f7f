package dev.holdfast.faults;

import dev.holdfast.scenarios.Fleet;
import java.util.List;
import java.util.stream.IntStream;

/** The terminals of a drill: those that drivers tap at, and those that their owner changes. */
record Terminals(List<Terminal> tapped, List<String> changed) {
  private static final int TAPPED = 60;
  private static final int CHANGED = 5;

  static Terminals planned() {
    return new Terminals(
        IntStream.range(0, TAPPED).mapToObj(Terminals::tapped).toList(),
        IntStream.range(0, CHANGED).mapToObj("P68280001%05d"::formatted).toList());
  }

  /** One whose bank grants everything. */
  Terminal last() {
    return tapped.getLast();
  }

  /** Sets them up; returns when each takes cards. */
  void install(Fleet fleet) {
    fleet.install(serials(false), false);
    fleet.install(serials(true), true);
    fleet.install(changed, false);
  }

  private static Terminal tapped(int number) {
    Bank bank =
        switch (number % 10) {
          case 0 -> Bank.DECLINES;
          case 1 -> Bank.REFUSES_ABOVE_HOLD;
          case 2 -> Bank.ALLOWS_OVER_COMMIT;
          default -> Bank.GRANTS_EVERYTHING;
        };
    return new Terminal("P68280000%05d".formatted(number), bank, bank == Bank.ALLOWS_OVER_COMMIT);
  }

  private List<String> serials(boolean overCommit) {
    return tapped.stream()
        .filter(terminal -> terminal.overCommit() == overCommit)
        .map(Terminal::serial)
        .toList();
  }
}
