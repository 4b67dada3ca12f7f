package dev.holdfast.text;

import java.util.Arrays;
import java.util.List;

/**
 * The card schemes: with which digits their numbers begin, and how many digits they have.
 *
 * <p>No scheme publishes its whole table. These ranges are drawn from Wikipedia's "Payment card
 * number", the tables of braintree/credit-card-type and of Adyen's and Stripe's documentation, and
 * are as wide as the widest of them: a number that one of them knows is found. What is local and
 * lies within the range of another is not named: Dankort, Carte Bancaire and V PAY within Visa;
 * Discover, RuPay, Elo, Verve, Hipercard, Bancontact and girocard's 67 within Maestro. Where
 * girocard has a number of its own, nothing public says how it begins.
 */
enum Scheme {
  VISA(13, 19, "4"),
  MASTERCARD(16, 16, "51-55", "2221-2720"),
  AMERICAN_EXPRESS(15, 15, "34", "37"),
  DINERS_CLUB(14, 19, "300-305", "3095", "36", "38-39"),
  /** All but the first range are of JCB's early years, and test numbers still begin so. */
  JCB(16, 19, "3528-3589", "3088-3094", "3096-3102", "3112-3120", "3158-3159", "3337-3349"),
  JCB_OF_15_DIGITS(15, 15, "1800", "2131"),
  /** Whatever begins with 6 is taken for one, as other tables do. */
  MAESTRO(12, 19, "50", "56-69"),
  /**
   * Some of its numbers have no check digit, as Braintree found out: see its option
   * luhnValidateUnionPay. So none is asked for one.
   */
  UNION_PAY(16, 19, "62", "81") {
    @Override
    boolean endsWell(String digits) {
      return true;
    }
  },
  RUPAY(16, 16, "81-82"),
  MIR(16, 19, "2200-2204"),
  BORICA(16, 16, "2205"),
  TROY(16, 16, "9792"),
  UATP(15, 15, "1"),
  GPN(16, 19, "1946"),
  UZCARD(16, 16, "8600"),
  HUMO(16, 16, "9860"),
  NAPAS(16, 19, "9704"),
  BELKART(16, 16, "9112"),
  ELCART(16, 16, "9417"),
  MADA(16, 16, "9682"),
  ARCA(16, 16, "9051");

  @SuppressWarnings("ImmutableEnumChecker") // a list that is not changed once made
  private final List<Range> ranges;

  private final int fewest;
  private final int most;

  Scheme(int fewest, int most, String... ranges) {
    this.fewest = fewest;
    this.most = most;
    this.ranges = Arrays.stream(ranges).map(Range::of).toList();
  }

  /** What numbers begin with: as many digits as both ends have. */
  private record Range(String from, String to) {
    static Range of(String words) {
      var ends = words.split("-", 2);
      return new Range(ends[0], ends[ends.length - 1]);
    }

    boolean holds(String digits) {
      var first = digits.substring(0, from.length());
      return from.compareTo(first) <= 0 && first.compareTo(to) <= 0;
    }
  }

  /** Does any scheme issue a number of these digits, which are twelve or more? */
  static boolean anyIssues(String digits) {
    return Arrays.stream(values()).anyMatch(scheme -> scheme.issues(digits));
  }

  private boolean issues(String digits) {
    return fewest <= digits.length()
        && digits.length() <= most
        && ranges.stream().anyMatch(range -> range.holds(digits))
        && endsWell(digits);
  }

  /** Is the last digit the check digit of Luhn's sum? */
  boolean endsWell(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      int digit = digits.charAt(digits.length() - 1 - at) - '0';
      int weighted = at % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
