package dev.holdfast.terminal.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.terminal.core.cpo.Currencies;
import java.util.Arrays;
import org.joda.money.CurrencyUnit;

/** What stands in columns by its name, where a newer version may have written one more. */
final class Stored {
  private Stored() {}

  /**
   * The constant of that name.
   *
   * @param row as an operator would look for it
   * @throws WrittenByNewer if this version has none
   */
  static <E extends Enum<E>> E constant(Class<E> type, String name, String row, String column) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findAny()
        .orElseThrow(() -> new WrittenByNewer(row, "the %s %s".formatted(column, name), null));
  }

  /** The currency of that code, in the same way. */
  static CurrencyUnit currency(String code, String row) {
    return Currencies.ofCode(code)
        .orElseThrow(() -> new WrittenByNewer(row, "the currency " + code, null));
  }
}
