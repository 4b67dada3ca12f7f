package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.report.Movement;
import dev.holdfast.settlement.core.report.Reconciliation.Reconciled;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.Verdict.Result;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line, as it is kept; the amounts in minor units of the currency.
 *
 * @param result a name of {@link Result}, or one that only a newer version knows
 * @param minorUnits what the report says that moved, or else what moved here
 * @param reference of the payment, where it is known
 */
public record ReportLineValues(
    @Nullable Integer line,
    String result,
    @Nullable String gatewayReference,
    @Nullable String currency,
    @Nullable Long minorUnits,
    @Nullable Long fee,
    @Nullable String payout,
    @Nullable UUID reference,
    @Nullable Integer attempt,
    @Nullable String remedy) {

  static ReportLineValues of(Reconciled reconciled) {
    ReportLine said = reconciled.said();
    Movement movement = reconciled.verdict().movement();
    Money amount = amount(said, movement);
    Money fee = said == null ? null : said.amounts().fee();
    return new ReportLineValues(
        reconciled.line(),
        reconciled.verdict().result().name(),
        gatewayReference(said, movement),
        amount == null ? null : amount.getCurrencyUnit().getCode(),
        amount == null ? null : amount.getAmountMinorLong(),
        fee == null ? null : fee.getAmountMinorLong(),
        said == null ? null : said.payout(),
        movement == null ? null : movement.id().reference().value(),
        movement == null ? null : movement.id().attempt(),
        reconciled.verdict().remedy());
  }

  private static @Nullable Money amount(@Nullable ReportLine said, @Nullable Movement movement) {
    if (said != null) {
      return said.amounts().gross();
    }
    return movement == null ? null : movement.signed();
  }

  private static @Nullable String gatewayReference(
      @Nullable ReportLine said, @Nullable Movement movement) {
    if (movement != null) {
      return movement.trace().gatewayReference();
    }
    return said == null || said.names().isEmpty() ? null : said.names().getFirst();
  }
}
