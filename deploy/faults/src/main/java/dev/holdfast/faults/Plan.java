package dev.holdfast.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * What a driver and the charging platform are going to do.
 *
 * @param closes what is said of the session's end, one after the other; empty where nobody charges
 * @param patient asks again, with the same key, when there is no answer; else leaves
 */
record Plan(
    Ending ending, List<Close> closes, Duration charging, Duration thinking, boolean patient) {
  static final long HOLD_CENTS = 5_000;

  private static final long LEAST_CENTS = 200;
  private static final long ABOVE_CENTS = 6_000;
  private static final long STEP_CENTS = 50;
  // Another amount than the first, so that two refunds can be told from one that is booked twice.
  private static final long SECOND_STEP_CENTS = 70;
  private static final int PATIENT_OF_TEN = 8;
  private static final int LONGEST_CHARGING_MILLIS = 12_000;
  private static final int LONGEST_THINKING_MILLIS = 6_000;

  /** A close as it is published. */
  record Close(int revision, long totalCents) {}

  /** How a payment ends, if nothing goes wrong. */
  enum Ending {
    CLOSED(9),
    CLOSED_ABOVE(2),
    CLOSED_TWICE(1),
    NOTHING_DUE(1),
    CORRECTED_DOWN(2),
    CORRECTED_TWICE(2),
    CORRECTED_UP(1),
    /** Corrected, and then the first close comes once more. */
    REPEATED(1),
    /** Closed with two totals under one revision: a person is asked. */
    CONTRADICTED(1),
    CANCELLED(2),
    NO_CARD(1),
    /** The driver holds a card to the terminal, and is gone before anybody hears of the hold. */
    LEFT(0);

    private final int weight;

    Ending(int weight) {
      this.weight = weight;
    }

    /** Does the car charge, once the money is held? */
    boolean isCharged() {
      return this != CANCELLED && this != NO_CARD && this != LEFT;
    }

    private static Ending draw(Random random) {
      int all = 0;
      for (Ending ending : values()) {
        all += ending.weight;
      }
      int drawn = random.nextInt(all);
      for (Ending ending : values()) {
        drawn -= ending.weight;
        if (drawn < 0) {
          return ending;
        }
      }
      throw new IllegalStateException("The weights do not add up");
    }
  }

  static Plan draw(Random random) {
    Ending ending = Ending.draw(random);
    long total = random.nextLong(LEAST_CENTS, HOLD_CENTS - LEAST_CENTS);
    return new Plan(
        ending,
        closes(ending, total),
        Duration.ofMillis(random.nextInt(LONGEST_CHARGING_MILLIS)),
        Duration.ofMillis(random.nextInt(LONGEST_THINKING_MILLIS)),
        random.nextInt(10) < PATIENT_OF_TEN);
  }

  /** The same driver, who leaves. They are not drawn with the others: a seed's plans stay. */
  Plan leaving() {
    return new Plan(Ending.LEFT, List.of(), charging, thinking, false);
  }

  static List<Close> closes(Ending ending, long total) {
    Close first = new Close(1, total);
    Close lower = new Close(2, total - STEP_CENTS);
    return switch (ending) {
      case CLOSED -> List.of(first);
      case CLOSED_ABOVE -> List.of(new Close(1, ABOVE_CENTS));
      case CLOSED_TWICE -> List.of(first, first);
      case NOTHING_DUE -> List.of(new Close(1, 0));
      case CORRECTED_DOWN -> List.of(first, lower);
      case CORRECTED_TWICE ->
          List.of(first, lower, new Close(3, total - STEP_CENTS - SECOND_STEP_CENTS));
      case CORRECTED_UP -> List.of(first, new Close(2, total + STEP_CENTS));
      case REPEATED -> List.of(first, lower, first);
      case CONTRADICTED -> List.of(first, new Close(1, total + STEP_CENTS));
      case CANCELLED, NO_CARD, LEFT -> List.of();
    };
  }

  /** What may have been taken of the card in the end, refunds counted, once all was published. */
  List<Long> endsWith(Bank bank) {
    return switch (ending) {
      case CLOSED, CLOSED_ABOVE, CLOSED_TWICE, NOTHING_DUE -> taken(bank, closes.subList(0, 1));
      case CORRECTED_DOWN, REPEATED -> taken(bank, closes.subList(1, 2));
      case CORRECTED_TWICE -> taken(bank, closes.subList(2, 3));
      // The first that is heard stands, and more is taken only of a hold that is still open.
      case CORRECTED_UP, CONTRADICTED -> taken(bank, closes);
      case CANCELLED, NO_CARD, LEFT -> List.of(0L);
    };
  }

  private static List<Long> taken(Bank bank, List<Close> possible) {
    return possible.stream().map(close -> bank.takes(close.totalCents(), HOLD_CENTS)).toList();
  }
}
