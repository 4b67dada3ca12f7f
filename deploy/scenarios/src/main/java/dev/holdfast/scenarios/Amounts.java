package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts as the REST APIs carry them, and as people read them. */
final class Amounts {
  private Amounts() {}

  static Money eur(long minorUnits) {
    return Money.ofMinor(CurrencyUnit.EUR, minorUnits);
  }

  static Map<String, Object> toJson(Money money) {
    return Map.of(
        "minorUnits", money.getAmountMinorLong(), "currency", money.getCurrencyUnit().getCode());
  }

  /** Null where the field is missing or null. */
  static @Nullable Money of(@Nullable JsonNode json) {
    return json == null || json.isNull() || json.isMissingNode()
        ? null
        : Money.ofMinor(
            CurrencyUnit.of(json.required("currency").textValue()),
            json.required("minorUnits").longValue());
  }

  static String words(@Nullable Money money) {
    return money == null
        ? "-"
        : money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
  }
}
