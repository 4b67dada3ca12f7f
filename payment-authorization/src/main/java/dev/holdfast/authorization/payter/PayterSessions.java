package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.gateway.HoldValidity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.joda.money.Money;

/**
 * What a Payter session says of a call. Seen: a terminal that is offline accepts and sends later,
 * so that HTTP 200 is not settlement. Assumed: the session shows this as {@code confirmed} false,
 * and a refusal that came later as AUTHORIZED with {@code refusal}.
 */
@ApplicationScoped
class PayterSessions {
  static final String NOT_CONFIRMED = "accepted, not confirmed: the terminal is offline";

  private final HoldValidity validity;
  private final Clock clock;

  PayterSessions(HoldValidity validity, Clock clock) {
    this.validity = validity;
    this.clock = clock;
  }

  /** Judges a call by its session. */
  Answer judge(GatewayCall call, JsonNode session) {
    return switch (call.attempt().kind()) {
      case AUTHORIZE -> authorized(call, session);
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD -> captured(call, session);
      case RELEASE -> released(call, session);
      case REFUND -> refunded(call, session);
    };
  }

  /** The answer to an approved authorization, which shows no state. */
  Answer granted(GatewayCall call, JsonNode session) {
    return new Approved(
        text(session, "sessionId"),
        money(call, session, "authorizedAmount"),
        expiry(call, session));
  }

  private Answer authorized(GatewayCall call, JsonNode session) {
    return switch (state(session)) {
      case "AUTHORIZED", "COMMITTED" -> granted(call, session);
      case "DECLINED", "CANCELLED" -> new Refused("The session is " + state(session));
      default -> strange(session);
    };
  }

  private Answer captured(GatewayCall call, JsonNode session) {
    return switch (state(session)) {
      case "COMMITTED" -> confirmed(call, session, "committedAmount");
      case "AUTHORIZED" -> notFinal(call, session);
      case "DECLINED", "CANCELLED" -> new Refused("The session is " + state(session));
      default -> strange(session);
    };
  }

  private Answer released(GatewayCall call, JsonNode session) {
    return switch (state(session)) {
      case "CANCELLED" -> confirmed(call, session, "authorizedAmount");
      case "AUTHORIZED" -> notFinal(call, session);
      case "DECLINED", "COMMITTED" -> new Refused("The session is " + state(session));
      default -> strange(session);
    };
  }

  /** The answer to a refund. */
  Answer paidBack(GatewayCall call, JsonNode refund) {
    return new Approved(text(refund, "refundId"), money(call, refund, "amount"), clock.instant());
  }

  private Answer refunded(GatewayCall call, JsonNode session) {
    for (JsonNode refund : session.path("refunds")) {
      if (call.idempotencyKey().equals(refund.path("reference").asText())) {
        return paidBack(call, refund);
      }
    }
    return session.path("refunds").isArray()
        ? new NotActed("The session shows no such refund")
        : new Unknown("The session does not tell its refunds");
  }

  private Answer confirmed(GatewayCall call, JsonNode session, String amount) {
    return session.path("confirmed").asBoolean(false)
        ? new Approved(
            text(session, "sessionId"), money(call, session, amount), expiry(call, session))
        : new Unknown(NOT_CONFIRMED);
  }

  /** A refusal on an open session is ours only if our order was accepted before. */
  private static Answer notFinal(GatewayCall call, JsonNode session) {
    var refusal = session.path("refusal").asText("");
    var accepted = NOT_CONFIRMED.equals(call.attempt().reason());
    return accepted && !refusal.isEmpty() && !"null".equals(refusal)
        ? new Refused(refusal)
        : new NotActed("The session is still open");
  }

  private Instant expiry(GatewayCall call, JsonNode session) {
    try {
      return Instant.parse(session.path("expiresAt").asText(""));
    } catch (DateTimeException notSaid) {
      return validity.expiry(call.tap().reader().vendor(), clock.instant());
    }
  }

  private static Money money(GatewayCall call, JsonNode session, String field) {
    var amount = session.path(field);
    if (!amount.isIntegralNumber()) {
      throw new IllegalArgumentException("The session shows no " + field);
    }
    return Money.ofMinor(call.attempt().amount().getCurrencyUnit(), amount.longValue());
  }

  private static Answer strange(JsonNode session) {
    return new Unknown("The session is " + state(session) + ", which is not known here");
  }

  private static String state(JsonNode session) {
    return session.path("state").asText("without a state");
  }

  private static String text(JsonNode session, String field) {
    var text = session.path(field).asText("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("The session shows no " + field);
    }
    return text;
  }
}
