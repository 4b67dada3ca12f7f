package dev.holdfast.settlement.core.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a chargeback can be answered, by what the gateways publish. */
public record ChargebackDeadlines(List<Row> rows) {
  /** The list is copied. */
  public ChargebackDeadlines {
    rows = List.copyOf(rows);
  }

  /**
   * What a gateway publishes for a card scheme.
   *
   * @param scheme as the gateway writes it; null: any that has no row of its own
   */
  public record Row(
      String gateway, @Nullable String scheme, int days, LocalDate validFrom, String source) {
    private boolean isOf(String ofGateway, @Nullable String ofScheme, LocalDate day) {
      return gateway.equals(ofGateway)
          && (scheme == null || scheme.equalsIgnoreCase(ofScheme))
          && !validFrom.isAfter(day);
    }
  }

  /** Until when, of one that the gateway told then; empty where it publishes nothing. */
  public Optional<Dispute.Answer> of(String gateway, @Nullable String scheme, Instant toldAt) {
    LocalDate day = toldAt.atZone(ZoneOffset.UTC).toLocalDate();
    return rows.stream()
        .filter(row -> row.isOf(gateway, scheme, day))
        .max(Comparator.comparing((Row row) -> row.scheme != null).thenComparing(Row::validFrom))
        .map(row -> new Dispute.Answer(toldAt.plus(Duration.ofDays(row.days)), row.source));
  }
}
