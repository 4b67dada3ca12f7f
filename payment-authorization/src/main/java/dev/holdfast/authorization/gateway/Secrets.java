package dev.holdfast.authorization.gateway;

import dev.holdfast.text.CardNumbers;
import java.util.regex.Pattern;

/** What a gateway or its client says must not be logged, stored or told as it is. */
public final class Secrets {
  private static final Pattern KEY = Pattern.compile("\\b([sr]k|whsec)_[A-Za-z0-9_*]+");

  /** What an address carries after its path: a callback's address is a secret. */
  private static final Pattern QUERY = Pattern.compile("\\?\\S+");

  private Secrets() {}

  /** Free of anything that may be a card number, a key, or the query of an address. */
  public static String masked(String text) {
    var withoutQuery = QUERY.matcher(text).replaceAll("?***");
    return KEY.matcher(CardNumbers.masked(withoutQuery)).replaceAll("***");
  }
}
