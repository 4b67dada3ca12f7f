package dev.holdfast.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param warmUp lasts so long at most
 * @param against another commit, to be measured in the same run
 * @param rest words that every command of this folder knows
 */
record PaymentArguments(Offer offer, Duration warmUp, Optional<String> against, List<String> rest) {
  private static final double DEFAULT_RATE = 5;
  private static final int MOST_A_SECOND = 200;
  private static final int MOST_DRIVERS = 500;
  private static final int DEFAULT_MINUTES = 8;
  private static final int MOST_MINUTES = 60;

  /**
   * Reads the words behind {@code payments}.
   *
   * @throws IllegalArgumentException if one is not as it must be, with what it must be
   */
  static PaymentArguments of(List<String> words) {
    Optional<Offer> offer = Optional.empty();
    int minutes = DEFAULT_MINUTES;
    Optional<String> against = Optional.empty();
    List<String> rest = new ArrayList<>();
    List<String> left = new ArrayList<>(words);
    while (!left.isEmpty()) {
      String word = left.removeFirst();
      // The words are text that somebody typed, hence the default.
      switch (word) {
        case "--rate" -> offer = only(offer, rate(Words.number(word, left, MOST_A_SECOND)));
        case "--drivers" ->
            offer = only(offer, new Offer.Drivers(Words.whole(word, left, 1, MOST_DRIVERS)));
        case "--warm-up" -> minutes = Words.whole(word, left, 1, MOST_MINUTES);
        case "--against" -> against = Optional.of(Words.commit(word, left));
        default -> rest.add(word);
      }
    }
    return new PaymentArguments(
        offer.orElse(rate(DEFAULT_RATE)), Duration.ofMinutes(minutes), against, List.copyOf(rest));
  }

  private static Offer rate(double perSecond) {
    return new Offer.AtRate(perSecond);
  }

  private static Optional<Offer> only(Optional<Offer> before, Offer offer) {
    if (before.isPresent()) {
      throw new IllegalArgumentException("Choose --rate or --drivers, once.");
    }
    return Optional.of(offer);
  }
}
