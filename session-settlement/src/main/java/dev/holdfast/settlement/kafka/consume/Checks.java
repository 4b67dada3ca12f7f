package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.payment.Reference;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** What every record must keep to; a refusal names the field, its value, and how to mend it. */
final class Checks {
  /** More than any session costs or takes, and a digit less than a card number has. */
  private static final long HIGHEST = 99_999_999_999L;

  private static final Pattern PERCENT = Pattern.compile("(0|[1-9][0-9]{0,2})([.][0-9]{1,4})?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** An index of the database does not hold any length. */
  private static final int LONGEST_TEXT = 200;

  /** A tax is a line of a journal entry, and an entry is one record: so few, and so short. */
  static final int MOST_TAXES = 20;

  static final int LONGEST_TAX = 100;
  static final int LONGEST_TAX_CODE = 20;

  private Checks() {}

  static Reference reference(String key, String reference) {
    UUID uuid = uuid(key);
    if (!key.equals(reference)) {
      throw new Unacceptable(
          "key: %s is not the record's reference %s; send the record with its reference as key"
              .formatted(key, reference));
    }
    return new Reference(uuid);
  }

  private static UUID uuid(String key) {
    try {
      var uuid = UUID.fromString(key);
      // fromString takes short groups and capitals too; a payment has one name.
      if (uuid.toString().equals(key)) {
        return uuid;
      }
      throw new IllegalArgumentException("not its 36 characters");
    } catch (IllegalArgumentException malformed) {
      throw new Unacceptable(
          "key: %s is not a UUID of 36 lower-case characters; send the authorization reference"
              .formatted(key),
          malformed);
    }
  }

  /** Zero or more, at most 99,999,999,999 minor units. */
  static Money amount(String field, dev.holdfast.events.Money amount) {
    notAboveHighest(field, amount.getMinorUnits());
    Money money = money(field, amount);
    if (money.isNegative()) {
      throw new Unacceptable("%s: %s is negative; send zero or more".formatted(field, money));
    }
    return money;
  }

  private static Money money(String field, dev.holdfast.events.Money amount) {
    try {
      return MoneyCodec.fromAvro(amount);
    } catch (IllegalCurrencyException unknown) {
      throw new Unacceptable(
          "%s: %s is not a currency of ISO 4217; send its three letters, for example EUR"
              .formatted(field, amount.getCurrency()),
          unknown);
    }
  }

  static void sameCurrency(String field, Money amount, Money as) {
    if (!amount.isSameCurrency(as)) {
      throw new Unacceptable(
          "%s: %s is not in the currency of %s; one record has one currency"
              .formatted(field, amount, as));
    }
  }

  /** A number of at least that much, at most 99,999,999,999. */
  static void atLeast(String field, long value, long least) {
    notAboveHighest(field, value);
    if (value < least) {
      throw new Unacceptable(
          "%s: %d is below %d; send %d or more".formatted(field, value, least, least));
    }
  }

  /** Not more of them. */
  static void atMost(String field, int count, int most) {
    if (count > most) {
      throw new Unacceptable("%s: there are %d; send at most %d".formatted(field, count, most));
    }
  }

  /** From 0 to 100 with at most four decimals, written in one way: with two of them, or more. */
  static String percent(String field, String value) {
    String said = text(field, value);
    if (!PERCENT.matcher(said).matches() || new BigDecimal(said).compareTo(HUNDRED) > 0) {
      throw new Unacceptable(
          "%s: %s is not a number from 0 to 100 with at most four decimals; send one such as 21.00"
              .formatted(field, said));
    }
    var rate = new BigDecimal(said).stripTrailingZeros();
    return rate.setScale(Math.max(rate.scale(), 2)).toPlainString();
  }

  /** Does not tell the number again, as it may be that of a card. */
  private static void notAboveHighest(String field, long value) {
    if (value > HIGHEST) {
      throw new Unacceptable(
          "%s: is above %d, more than any session comes to; send what it is"
              .formatted(field, HIGHEST));
    }
  }

  static String text(String field, String value) {
    return text(field, value, LONGEST_TEXT);
  }

  static String text(String field, String value, int longest) {
    if (value.isBlank()) {
      throw new Unacceptable("%s: is blank; send its value".formatted(field));
    }
    if (value.length() > longest) {
      throw new Unacceptable(
          "%s: has %d characters; send at most %d".formatted(field, value.length(), longest));
    }
    return value;
  }
}
