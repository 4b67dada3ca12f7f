package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.Chargeback;
import dev.holdfast.settlement.core.report.Dispute;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a card holder's bank took back of a payment.
 *
 * @param reference of the payment; null where it is not known here
 * @param gatewayReference of the payment
 * @param amount what is gone by now; zero where all of it came back
 * @param stage CHARGEBACK, REVERSAL or SECOND_CHARGEBACK; a newer version of the service may know
 *     more
 * @param begunAt when the gateway told of it first
 * @param toldAt when it told of it last
 * @param respondBy it can be answered no later than then; null where it cannot, or nobody knows
 *     until when
 * @param respondBySource who says so: the report, or the page on which the gateway publishes it
 * @param isBooked whether all of its lines are booked
 */
@Schema(
    examples =
        """
        {"reference": "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111", "gateway": "ADYEN",
         "gatewayReference": "7f3a", "cpoId": "NL-HLD",
         "amount": {"minorUnits": 2340, "currency": "EUR"}, "stage": "CHARGEBACK",
         "begunAt": "2026-06-01T09:02:11Z", "toldAt": "2026-06-01T09:02:11Z",
         "respondBy": "2026-06-19T09:02:11Z",
         "respondBySource": "docs.adyen.com/risk-management/understanding-disputes/dispute-timeframes",
         "isBooked": true}
        """)
record ChargebackAnswer(
    @Nullable UUID reference,
    String gateway,
    @Nullable String gatewayReference,
    @Nullable String cpoId,
    Amount amount,
    String stage,
    Instant begunAt,
    Instant toldAt,
    @Nullable Instant respondBy,
    @Nullable String respondBySource,
    boolean isBooked) {
  static ChargebackAnswer of(Chargeback chargeback) {
    Reference reference = chargeback.origin().reference();
    Dispute.Answer answer = chargeback.state().answer();
    return new ChargebackAnswer(
        reference == null ? null : reference.value(),
        chargeback.origin().gateway(),
        chargeback.origin().gatewayReference(),
        chargeback.origin().cpoId(),
        Amount.of(chargeback.taken()),
        chargeback.state().stage(),
        chargeback.state().begunAt(),
        chargeback.state().toldAt(),
        answer == null ? null : answer.by(),
        answer == null ? null : answer.source(),
        chargeback.state().isBooked());
  }
}
