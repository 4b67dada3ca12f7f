package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.gateway.GatewayCall;
import java.util.Optional;
import org.joda.money.Money;

/** Reads what the cloud shows by name; null is as good as nothing. */
final class Fields {
  private Fields() {}

  /** A field as text; empty where it is not shown. */
  static String text(JsonNode shows, String field) {
    var value = shows.path(field);
    return value.isNull() ? "" : value.asText("");
  }

  /** An amount in the currency of the call; empty where none is shown. */
  static Optional<Money> amount(GatewayCall call, JsonNode shows, String field) {
    var amount = shows.path(field);
    if (amount.isMissingNode() || amount.isNull()) {
      return Optional.empty();
    }
    if (!amount.isIntegralNumber()) {
      throw new IllegalArgumentException(field + " is no amount in minor units");
    }
    var currency = call.attempt().amount().getCurrencyUnit();
    return Optional.of(Money.ofMinor(currency, amount.longValue()));
  }

  /** The cloud's name for what it tells of. */
  static String name(JsonNode shows, String field) {
    var name = text(shows, field);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("The answer shows no " + field);
    }
    return name;
  }
}
