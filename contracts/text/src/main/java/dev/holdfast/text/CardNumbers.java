package dev.holdfast.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what may be a card number: 12 to 19 digits, of whatever script, that a {@link Scheme}
 * issues. They are one group, or several with the same separator between any two; other digits may
 * stand beside them, as a date of expiry does.
 *
 * <p>Letters may touch them on one side where the digits are too many for a terminal's serial,
 * which is letters and at most 14 digits. UUIDs, and words in which letters and digits take turns,
 * are none: ids of traces and gateways are such words.
 */
public final class CardNumbers {
  private static final int FEWEST = 12;
  private static final int MOST = 19;

  private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  /**
   * A UUID takes its characters, so that no part of it is looked at; in Avro its length, an H,
   * comes before it.
   */
  private static final Pattern WORD =
      Pattern.compile(
          UUID
              + "(?!\\p{Nd})|(?<![\\p{L}\\p{Nd}])"
              + "(?<before>\\p{L}*+)(?<digits>\\p{Nd}++)(?<after>\\p{L}*+)(?!\\p{Nd})");

  private static final Pattern DIGIT =
      Pattern.compile(UUID + "|(?<before>)(?<digits>\\p{Nd})(?<after>)");

  /** Nothing, a space, a dash, a sign without width, or a few more; what parts a list is none. */
  private static final Pattern SEPARATOR =
      Pattern.compile("[\\p{Zs}\\p{Pd}\\p{Pc}\\p{Cf}\\t./\\\\+\\u00B7\\u2022\\u2212]?");

  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]");

  private CardNumbers() {}

  /** Is there anything in this text that may be a card number? */
  public static boolean anyIn(String text) {
    return mayHoldOne(text) && !numbersIn(text, WORD).isEmpty();
  }

  /**
   * The same of a text that is an identifier by contract, such as a session id. A single word is
   * what it says it is, and none; what has white space in it is the writing of a person.
   */
  public static boolean anyInIdentifier(String text) {
    return WHITE.matcher(text).find() && anyIn(text);
  }

  /** The text, as long as before, with all but the last four digits of what may be one masked. */
  public static String masked(String text) {
    return masked(text, WORD);
  }

  /** The same, also where letters or digits that are no part of a number touch it. */
  public static String maskedAnywhere(String text) {
    return masked(text, DIGIT);
  }

  private static String masked(String text, Pattern group) {
    var masked = text;
    // What is masked parts its neighbours, and what is left may read as another number.
    while (mayHoldOne(masked)) {
      var numbers = numbersIn(masked, group);
      if (numbers.isEmpty()) {
        break;
      }
      masked = without(numbers, masked);
    }
    return masked;
  }

  private static String without(List<Digits> numbers, String text) {
    var masked = new StringBuilder(text);
    numbers.forEach(number -> number.mask(text, masked));
    return masked.toString();
  }

  /** Cheap, and false of nearly every text: digits with at most one sign between any two. */
  private static boolean mayHoldOne(String text) {
    int digits = 0;
    int signs = 0;
    for (int at = 0; at < text.length() && digits < FEWEST; ) {
      int sign = text.codePointAt(at);
      at += Character.charCount(sign);
      if (Character.isDigit(sign)) {
        digits++;
        signs = 0;
      } else if (Character.isLetter(sign) || ++signs > 1) {
        digits = 0;
      }
    }
    return digits >= FEWEST;
  }

  private static List<Digits> numbersIn(String text, Pattern group) {
    var groups = group.matcher(text).results().flatMap(found -> Digits.of(found).stream()).toList();
    var numbers = new ArrayList<Digits>();
    for (int first = 0; first < groups.size(); first++) {
      addThoseOfTheFirst(groups.subList(first, groups.size()), text, numbers);
    }
    return numbers;
  }

  private static void addThoseOfTheFirst(List<Digits> groups, String text, List<Digits> numbers) {
    var run = groups.getFirst();
    var separator = "";
    for (int next = 1; run.count() <= MOST; next++) {
      if (run.count() >= FEWEST && run.mayBeCardNumber(text)) {
        numbers.add(run);
      }
      if (next == groups.size()) {
        return;
      }
      var gap = text.substring(run.end(), groups.get(next).start());
      separator = separator.isEmpty() ? gap : separator;
      if (!SEPARATOR.matcher(gap).matches() || (!gap.isEmpty() && !gap.equals(separator))) {
        return;
      }
      run = run.and(groups.get(next));
    }
  }
}
