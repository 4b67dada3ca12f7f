package dev.holdfast.local.drill;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * What a driver and the charging platform are going to do.
 *
 * @param totalCents of the first close
 * @param secondCents of another close of the same session, where the ending has one
 * @param patient asks again, with the same key, when there is no answer; else leaves
 */
record Plan(
    Ending ending,
    long totalCents,
    long secondCents,
    Duration charging,
    Duration thinking,
    boolean patient) {
  static final long HOLD_CENTS = 5_000;

  private static final long LEAST_CENTS = 100;
  private static final long ABOVE_CENTS = 6_000;
  private static final int PATIENT_OF_TEN = 8;
  private static final int LONGEST_CHARGING_MILLIS = 12_000;
  private static final int LONGEST_THINKING_MILLIS = 6_000;

  /** Endings as often as they shall come. */
  private static final List<Ending> DRAWN =
      List.of(
          Ending.CLOSED, Ending.CLOSED, Ending.CLOSED, Ending.CLOSED, Ending.CLOSED, Ending.CLOSED,
          Ending.CLOSED, Ending.CLOSED, Ending.CLOSED, Ending.CLOSED_ABOVE, Ending.CLOSED_ABOVE,
          Ending.NOTHING_DUE, Ending.CANCELLED, Ending.CANCELLED, Ending.CORRECTED_DOWN,
          Ending.CORRECTED_DOWN, Ending.CORRECTED_UP, Ending.CLOSED_TWICE, Ending.CONTRADICTED,
          Ending.NO_CARD);

  /** How a payment ends, if nothing goes wrong. */
  enum Ending {
    CLOSED,
    CLOSED_ABOVE,
    NOTHING_DUE,
    CANCELLED,
    CORRECTED_DOWN,
    CORRECTED_UP,
    CLOSED_TWICE,
    /** Closed with two totals under one revision: a person is asked. */
    CONTRADICTED,
    NO_CARD;

    /** Does the car charge, once the money is held? */
    boolean isCharged() {
      return this != CANCELLED && this != NO_CARD;
    }
  }

  static Plan draw(Random random) {
    Ending ending = DRAWN.get(random.nextInt(DRAWN.size()));
    long within = LEAST_CENTS + random.nextInt((int) (HOLD_CENTS - 2 * LEAST_CENTS));
    long total =
        switch (ending) {
          case CLOSED_ABOVE -> ABOVE_CENTS;
          case NOTHING_DUE -> 0;
          case CLOSED,
              CANCELLED,
              CORRECTED_DOWN,
              CORRECTED_UP,
              CLOSED_TWICE,
              CONTRADICTED,
              NO_CARD ->
              within;
        };
    long second =
        switch (ending) {
          case CORRECTED_DOWN -> total - LEAST_CENTS / 2;
          case CORRECTED_UP, CONTRADICTED -> total + LEAST_CENTS;
          case CLOSED, CLOSED_ABOVE, NOTHING_DUE, CANCELLED, CLOSED_TWICE, NO_CARD -> total;
        };
    return new Plan(
        ending,
        total,
        second,
        Duration.ofMillis(random.nextInt(LONGEST_CHARGING_MILLIS)),
        Duration.ofMillis(random.nextInt(LONGEST_THINKING_MILLIS)),
        random.nextInt(10) < PATIENT_OF_TEN);
  }

  /** What may have been taken of the card in the end, refunds counted, once it was all closed. */
  List<Long> endsWith(Bank bank) {
    return switch (ending) {
      case CLOSED, CLOSED_ABOVE, NOTHING_DUE, CLOSED_TWICE ->
          List.of(bank.takes(totalCents, HOLD_CENTS));
      case CORRECTED_DOWN -> List.of(bank.takes(secondCents, HOLD_CENTS));
      // The first that is heard stands, and more is taken only of a hold that is still open.
      case CORRECTED_UP, CONTRADICTED ->
          LongStream.of(totalCents, secondCents)
              .map(cents -> bank.takes(cents, HOLD_CENTS))
              .boxed()
              .toList();
      case CANCELLED, NO_CARD -> List.of(0L);
    };
  }
}
