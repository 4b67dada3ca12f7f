package dev.holdfast.settlement.rest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.settlement.postgres.TotalsPages.Amounts;
import dev.holdfast.settlement.postgres.TotalsPages.Total;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the taps of one hour or day of a CPO came to, in one currency.
 *
 * @param from when the hour or day begins, UTC
 * @param payments those whose hold is decided; neither approved nor declined are those without card
 * @param approvalPercent approved of those that the bank decided, as text; null where it saw none
 * @param outcomes how many payments ended in which outcome; OPEN are those that have not ended
 * @param amounts in minor units of the currency; above the hold is what over-commit has won
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TotalsView(
    Instant from,
    String cpoId,
    String currency,
    long payments,
    long approved,
    long declined,
    @Nullable String approvalPercent,
    Map<String, Long> outcomes,
    Amounts amounts) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Amounts NOTHING =
      new Amounts(
          BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

  private record Line(Instant from, String cpoId, String currency) {}

  /** One line of the rows that differ in their outcome only, in the rows' order. */
  static List<TotalsView> of(List<Total> rows) {
    Map<Line, List<Total>> lines =
        rows.stream()
            .collect(
                groupingBy(
                    row -> new Line(row.from(), row.cpoId(), row.currency()),
                    LinkedHashMap::new,
                    toList()));
    return lines.entrySet().stream().map(line -> of(line.getKey(), line.getValue())).toList();
  }

  private static TotalsView of(Line line, List<Total> rows) {
    long approved = rows.stream().mapToLong(Total::approved).sum();
    long declined = rows.stream().mapToLong(Total::declined).sum();
    return new TotalsView(
        line.from(),
        line.cpoId(),
        line.currency(),
        rows.stream().mapToLong(Total::payments).sum(),
        approved,
        declined,
        percent(approved, approved + declined),
        rows.stream()
            .collect(toMap(Total::outcome, Total::payments, Long::sum, LinkedHashMap::new)),
        rows.stream().map(Total::amounts).reduce(NOTHING, Amounts::plus));
  }

  private static @Nullable String percent(long part, long whole) {
    return whole == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
