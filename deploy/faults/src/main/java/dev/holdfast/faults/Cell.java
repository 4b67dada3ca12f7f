package dev.holdfast.faults;

import java.util.Arrays;
import java.util.List;

/** One way to break one thing: a row of the drill's table. */
record Cell(Target target, Kind kind) {
  /** Every cell there is. */
  static final List<Cell> ALL =
      Arrays.stream(Target.values())
          .flatMap(target -> Arrays.stream(Kind.values()).map(kind -> new Cell(target, kind)))
          .toList();

  @Override
  public String toString() {
    return target.word() + ":" + kind.word();
  }
}
