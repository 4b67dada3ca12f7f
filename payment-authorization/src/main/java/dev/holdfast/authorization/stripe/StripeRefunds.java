package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.GatewayCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import org.joda.money.Money;

/**
 * Pays back what was captured, in parts and repeatedly. A refund can be made twice, so it is never
 * sent with another key, and it is found again by the attempt that it names.
 */
@ApplicationScoped
class StripeRefunds {
  private static final int PAGE = 100;

  private final StripeCurrencies currencies;
  private final Clock clock;

  StripeRefunds(StripeCurrencies currencies, Clock clock) {
    this.currencies = currencies;
    this.clock = clock;
  }

  Uni<Answer> refund(StripeApi api, GatewayCall call) {
    var amount = currencies.toStripe(call.attempt().amount(), call.tap().at());
    if (amount.isEmpty()) {
      return StripeAnswers.answer(new Refused("Stripe cannot refund " + call.attempt().amount()));
    }
    return api.refund(call.idempotencyKey(), parameters(call, amount.get()))
        .map(Reply::of)
        .chain(reply -> heard(api, call, reply));
  }

  Uni<Answer> lookUp(StripeApi api, GatewayCall call) {
    return api.refunds(call.holdReference().orElseThrow(), PAGE)
        .map(Reply::of)
        .map(reply -> reply.isOk() ? found(call, reply.body()) : StripeAnswers.unclear(reply));
  }

  private Uni<Answer> heard(StripeApi api, GatewayCall call, Reply reply) {
    return switch (reply.meaning(Deed.REFUND)) {
      case DONE -> StripeAnswers.answer(judge(call, reply.body()));
      // As after a day, when the key is forgotten: what is paid back already was perhaps by this.
      case REFUSED -> lookUp(api, call).map(answer -> refusedUnlessFound(answer, reply));
      case WRONG_STATE -> lookUp(api, call).map(StripeAnswers::notActedIsUnknown);
      case UNCLEAR -> StripeAnswers.answer(StripeAnswers.unclear(reply));
    };
  }

  private static Answer refusedUnlessFound(Answer answer, Reply reply) {
    return answer instanceof NotActed ? StripeAnswers.refused(reply) : answer;
  }

  private Answer found(GatewayCall call, JsonNode page) {
    for (JsonNode refund : page.path("data")) {
      if (call.idempotencyKey().equals(refund.path("metadata").path("attempt").asText())) {
        return judge(call, refund);
      }
    }
    return page.path("has_more").asBoolean()
        ? new Unknown("More refunds of this payment than can be looked through")
        : new NotActed("The refund was not made");
  }

  private Answer judge(GatewayCall call, JsonNode refund) {
    var id = refund.path("id").asText();
    var status = refund.path("status").asText();
    return switch (status) {
      case "succeeded" ->
          new Approved(id, paidBack(call, refund.path("amount").longValue()), clock.instant());
      case "failed", "canceled" ->
          new Refused(
              "The refund %s is %s: %s"
                  .formatted(id, status, refund.path("failure_reason").asText("no reason given")));
      default -> new Unknown("The refund %s is %s".formatted(id, status));
    };
  }

  private Money paidBack(GatewayCall call, long units) {
    var currency = call.attempt().amount().getCurrencyUnit();
    return currencies.toMoney(currency, units, call.tap().at());
  }

  private static MultivaluedMap<String, String> parameters(GatewayCall call, long amount) {
    var parameters = new MultivaluedHashMap<String, String>();
    parameters.putSingle("payment_intent", call.holdReference().orElseThrow());
    parameters.putSingle("amount", Long.toString(amount));
    parameters.putSingle(FindIntent.REFERENCE, call.tap().reference().toString());
    parameters.putSingle("metadata[attempt]", call.idempotencyKey());
    return parameters;
  }
}
