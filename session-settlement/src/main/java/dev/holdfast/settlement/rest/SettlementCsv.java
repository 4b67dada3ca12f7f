package dev.holdfast.settlement.rest;

import static dev.holdfast.settlement.rest.Csv.amount;
import static dev.holdfast.settlement.rest.Csv.column;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.payment.Reference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settlements as a table; the order of the columns is a promise. The currency of an amount
 * stands in the next column for one: hold and session may differ.
 */
final class SettlementCsv {
  static final String EXAMPLE =
      """
      reference,tappedAt,cpoId,sessionId,sessionRevision,status,outcome,reason,sessionTotal,sessionCurrency,authorized,captured,released,refunded,holdCurrency,shortfall,shortfallCurrency,writtenOff,writtenOffCurrency,version,changedAt,unreadable,goodwill
      019ac2b4-6a3c-7d20-9c52-3f6a1be0c111,2026-06-01T08:15:30Z,NL-HLD,session-77,1,SETTLED,HOLD_ONLY,,60.00,EUR,50.00,50.00,0.00,0.00,EUR,10.00,EUR,,,4,2026-06-01T09:02:11Z,,
      """;

  static final Csv<SettlementAnswer> TABLE =
      new Csv<>(
          List.of(
              column("reference", row -> row.reference()),
              column("tappedAt", SettlementCsv::tappedAt),
              column("cpoId", row -> row.cpoId()),
              column("sessionId", row -> row.sessionId()),
              column("sessionRevision", row -> row.sessionRevision()),
              column("status", row -> row.status()),
              column("outcome", row -> row.outcome()),
              column("reason", row -> row.reason()),
              column("sessionTotal", row -> amount(row.sessionTotal())),
              column("sessionCurrency", row -> currency(row.sessionTotal())),
              column("authorized", row -> amount(row.authorized())),
              column("captured", row -> amount(row.captured())),
              column("released", row -> amount(row.released())),
              column("refunded", row -> amount(row.refunded())),
              column("holdCurrency", row -> currency(row.authorized())),
              column("shortfall", row -> amount(row.shortfall())),
              column("shortfallCurrency", row -> currency(row.shortfall())),
              column("writtenOff", row -> amount(row.writtenOff())),
              column("writtenOffCurrency", row -> currency(row.writtenOff())),
              column("version", row -> row.version()),
              column("changedAt", row -> row.changedAt()),
              column("unreadable", row -> row.unreadable()),
              column("goodwill", row -> amount(row.goodwill()))));

  private SettlementCsv() {}

  private static @Nullable String currency(@Nullable Amount money) {
    return money == null ? null : money.currency();
  }

  /** Nothing for a reference that tells no time. */
  private static @Nullable Instant tappedAt(SettlementAnswer row) {
    Instant told = new Reference(row.reference()).tappedAt();
    return told.equals(Instant.EPOCH) ? null : told;
  }
}
