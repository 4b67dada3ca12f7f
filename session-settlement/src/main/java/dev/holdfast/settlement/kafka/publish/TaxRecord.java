package dev.holdfast.settlement.kafka.publish;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.settlement.core.payment.Tax;
import java.util.List;
import org.joda.money.Money;

/** Taxes as topics carry them. */
final class TaxRecord {
  private TaxRecord() {}

  static List<dev.holdfast.events.Tax> all(List<Tax> taxes) {
    return taxes.stream().map(TaxRecord::of).toList();
  }

  private static dev.holdfast.events.Tax of(Tax tax) {
    Money base = tax.base();
    return dev.holdfast.events.Tax.newBuilder()
        .setName(tax.name())
        .setRatePercent(tax.ratePercent())
        .setAmount(MoneyCodec.toAvro(tax.amount()))
        .setCode(tax.code())
        .setBase(base == null ? null : MoneyCodec.toAvro(base))
        .build();
  }
}
