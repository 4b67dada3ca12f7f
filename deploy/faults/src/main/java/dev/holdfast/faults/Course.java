package dev.holdfast.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A random course of faults; the same seed, time and cells always give the same one. Cells are
 * dealt as cards are: each comes once before one comes again.
 *
 * @param company how many of the faults come with another
 * @param lasting how long a fault lasts that ends with its time; null where that is drawn
 */
record Course(long seed, Duration time, Cells cells, Company company, @Nullable Duration lasting) {
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(150);
  private static final Duration AT_LEAST_AS_LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_KILLED = Duration.ofSeconds(30);
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(4);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
  private static final int SHARE_OF_TIME = 5;

  /** How many of the faults come with another, which begins while the first lasts. */
  enum Company {
    NONE,
    SOME,
    ALL;

    private static final int ONE_IN_SO_MANY = 3;

    private boolean isDrawn(Random random) {
      return switch (this) {
        case NONE -> false;
        case SOME -> random.nextInt(ONE_IN_SO_MANY) == 0;
        case ALL -> true;
      };
    }
  }

  /** A course of all faults, alone and two at once. */
  static Course of(long seed, Duration time) {
    return new Course(seed, time, Cells.ALL, Company.SOME, null);
  }

  Course withSeed(long other) {
    return new Course(other, time, cells, company, lasting);
  }

  Course withTime(Duration other) {
    return new Course(seed, other, cells, company, lasting);
  }

  Course withCells(Cells other) {
    return new Course(seed, time, other, company, lasting);
  }

  Course withCompany(Company other) {
    return new Course(seed, time, cells, other, lasting);
  }

  Course withEachLasting(Duration each) {
    return new Course(seed, time, cells, company, each);
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

  /** Not so long that a short drill had but one. */
  private Duration longest() {
    return longer(AT_LEAST_AS_LONGEST, shorter(LONGEST, time.dividedBy(SHARE_OF_TIME)));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** One fault, or two whose times overlap. */
  private List<Blow> round(Deck deck, Duration begins, Random random) {
    Cell cell = deck.next();
    Blow first = new Blow(cell, begins, lasts(cell.kind(), random));
    if (!company.isDrawn(random)) {
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

  private Duration lasts(Kind kind, Random random) {
    return switch (kind) {
      case RESTARTED -> Duration.ZERO;
      case KILLED -> drawn(shorter(longest(), LONGEST_KILLED), random);
      case STOPPED, SILENT, CUT_OFF, SLOW -> lasting == null ? drawn(longest(), random) : lasting;
    };
  }

  /** Short ones are as frequent as long ones: what is drawn is how many times the shortest. */
  private static Duration drawn(Duration atMost, Random random) {
    double times = (double) atMost.toMillis() / SHORTEST.toMillis();
    return Duration.ofMillis(
        Math.round(SHORTEST.toMillis() * Math.pow(times, random.nextDouble())));
  }

  private static Duration between(Duration least, Duration most, Random random) {
    return least.plusMillis(Math.round(random.nextDouble() * most.minus(least).toMillis()));
  }
}
