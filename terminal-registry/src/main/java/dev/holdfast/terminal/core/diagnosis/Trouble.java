package dev.holdfast.terminal.core.diagnosis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What goes wrong with a payment: the word that the text of a trouble begins with. */
enum Trouble {
  /** The card's bank said no. */
  DECLINED,
  /** There was a hold, and taking money from it was refused. */
  FAILED,
  /** The hold was over before anybody said what to take. */
  EXPIRED,
  /** Nobody knows what became of a call to the gateway. */
  UNANSWERED,
  /** A hold was asked for, and no card was read in time. */
  ABANDONED;

  /** What makes a payment count as gone wrong; the others came to nothing for the driver's part. */
  static final Set<Trouble> COUNTED = EnumSet.of(DECLINED, FAILED, UNANSWERED);

  /**
   * What it mostly is, the first of equals; empty where it is none of these.
   *
   * @param counted how often each trouble was, by its text
   */
  static Optional<Trouble> mostOf(Set<Trouble> these, Map<String, Integer> counted) {
    return most(counted, text -> of(text).filter(these::contains));
  }

  /** The word that most of the counted texts tell, the first of equals. */
  static <W extends Enum<W>> Optional<W> most(
      Map<String, Integer> counted, Function<String, Stream<W>> word) {
    var sums =
        counted.entrySet().stream()
            .flatMap(each -> word.apply(each.getKey()).map(of -> Map.entry(of, each.getValue())))
            .collect(groupingBy(Map.Entry::getKey, summingLong(Map.Entry::getValue)));
    return sums.keySet().stream()
        .min(Comparator.<W>comparingLong(sums::get).reversed().thenComparing(of -> of));
  }

  private static Stream<Trouble> of(String text) {
    return Arrays.stream(values()).filter(kind -> text.startsWith(kind.name()));
  }
}
