package dev.holdfast.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A random course of faults; the same seed, time and cells always give the same one. Cells are
 * dealt as cards are: each comes once before one comes again.
 *
 * @param longest time that a fault lasts
 */
record Course(long seed, Duration time, Cells cells, boolean alone, Duration longest) {
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(150);
  private static final Duration AT_LEAST_AS_LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_KILLED = Duration.ofSeconds(30);
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(4);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
  private static final int ONE_IN_SO_MANY_COMES_WITH_ANOTHER = 3;
  private static final int SHARE_OF_TIME = 5;

  /** A course whose faults are not so long that a short drill had but one. */
  static Course of(long seed, Duration time, Cells cells, boolean alone) {
    Duration share = time.dividedBy(SHARE_OF_TIME);
    Duration longest = share.compareTo(LONGEST) > 0 ? LONGEST : share;
    return new Course(
        seed,
        time,
        cells,
        alone,
        longest.compareTo(AT_LEAST_AS_LONGEST) < 0 ? AT_LEAST_AS_LONGEST : longest);
  }

  /** The faults in the order in which they begin; all are mended when the time is over. */
  List<Blow> blows() {
    Random random = new Random(seed);
    Deck deck = new Deck(cells.all(), random);
    List<Blow> blows = new ArrayList<>();
    Duration now = WARM_UP;
    while (true) {
      List<Blow> round = round(deck, now, random);
      Duration end = round.stream().map(Blow::ends).max(Duration::compareTo).orElseThrow();
      if (end.compareTo(time) > 0) {
        return blows;
      }
      blows.addAll(round);
      now = end.plus(between(SHORTEST_PAUSE, LONGEST_PAUSE, random));
    }
  }

  private Duration longest(Kind kind) {
    return switch (kind) {
      case RESTARTED -> Duration.ZERO;
      case KILLED -> longest.compareTo(LONGEST_KILLED) < 0 ? longest : LONGEST_KILLED;
      case STOPPED, SILENT, CUT_OFF, SLOW -> longest;
    };
  }

  /** One fault, or two whose times overlap. */
  private List<Blow> round(Deck deck, Duration begins, Random random) {
    Cell cell = deck.next();
    Blow first = new Blow(cell, begins, lasts(cell.kind(), random));
    if (alone || random.nextInt(ONE_IN_SO_MANY_COMES_WITH_ANOTHER) != 0) {
      return List.of(first);
    }
    return deck.nextBut(cell.target())
        .map(other -> List.of(first, second(first, other, random)))
        .orElse(List.of(first));
  }

  private Blow second(Blow first, Cell other, Random random) {
    Duration begins = first.begins().plus(between(Duration.ZERO, first.lasts(), random));
    return new Blow(other, begins, lasts(other.kind(), random));
  }

  /** Short ones are as frequent as long ones: what is drawn is how many times the shortest. */
  private Duration lasts(Kind kind, Random random) {
    Duration atMost = longest(kind);
    if (atMost.compareTo(SHORTEST) <= 0) {
      return atMost;
    }
    double times = (double) atMost.toMillis() / SHORTEST.toMillis();
    return Duration.ofMillis(
        Math.round(SHORTEST.toMillis() * Math.pow(times, random.nextDouble())));
  }

  private static Duration between(Duration least, Duration most, Random random) {
    return least.plusMillis(Math.round(random.nextDouble() * most.minus(least).toMillis()));
  }

  /** Cells in a drawn order, again and again. */
  private static final class Deck {
    private final List<Cell> cells;
    private final Random random;
    private final List<Cell> left = new ArrayList<>();

    Deck(List<Cell> cells, Random random) {
      this.cells = cells;
      this.random = random;
    }

    Cell next() {
      fill();
      return left.removeLast();
    }

    /** The next that is about something else. */
    Optional<Cell> nextBut(Target target) {
      fill();
      var found = left.reversed().stream().filter(cell -> cell.target() != target).findFirst();
      found.ifPresent(left::remove);
      return found;
    }

    private void fill() {
      if (left.isEmpty()) {
        left.addAll(cells);
        Collections.shuffle(left, random);
      }
    }
  }
}
