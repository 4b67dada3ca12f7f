package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.Answer;
import dev.holdfast.authorization.core.Answer.Approved;
import dev.holdfast.authorization.core.Answer.NotActed;
import dev.holdfast.authorization.core.Answer.Refused;
import dev.holdfast.authorization.core.Answer.Unknown;
import dev.holdfast.authorization.gateway.HoldValidity;
import dev.holdfast.authorization.gateway.Movement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.joda.money.Money;

/**
 * What a Payter session says of a movement. Seen: a terminal that is offline accepts and sends
 * later, so that HTTP 200 is not settlement. Assumed: the session shows this as {@code confirmed}
 * false, and a refusal that came later as AUTHORIZED with {@code refusal}.
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

  /** Judges a movement by its session. */
  Answer judge(Movement movement, JsonNode session) {
    return switch (movement.attempt().kind()) {
      case AUTHORIZE -> authorized(movement, session);
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD -> captured(movement, session);
      case RELEASE -> released(movement, session);
      case REFUND -> refunded(movement, session);
    };
  }

  /** The answer to an approved authorization, which shows no state. */
  Answer granted(Movement movement, JsonNode session) {
    return new Approved(
        text(session, "sessionId"),
        money(movement, session, "authorizedAmount"),
        expiry(movement, session));
  }

  private Answer authorized(Movement movement, JsonNode session) {
    return switch (state(session)) {
      case "AUTHORIZED", "COMMITTED" -> granted(movement, session);
      case "DECLINED", "CANCELLED" -> new Refused("The session is " + state(session));
      default -> strange(session);
    };
  }

  private Answer captured(Movement movement, JsonNode session) {
    return switch (state(session)) {
      case "COMMITTED" -> confirmed(movement, session, "committedAmount");
      case "AUTHORIZED" -> notFinal(movement, session);
      case "DECLINED", "CANCELLED" -> new Refused("The session is " + state(session));
      default -> strange(session);
    };
  }

  private Answer released(Movement movement, JsonNode session) {
    return switch (state(session)) {
      case "CANCELLED" -> confirmed(movement, session, "authorizedAmount");
      case "AUTHORIZED" -> notFinal(movement, session);
      case "DECLINED", "COMMITTED" -> new Refused("The session is " + state(session));
      default -> strange(session);
    };
  }

  /** The answer to a refund. */
  Answer paidBack(Movement movement, JsonNode refund) {
    return new Approved(
        text(refund, "refundId"), money(movement, refund, "amount"), clock.instant());
  }

  private Answer refunded(Movement movement, JsonNode session) {
    for (JsonNode refund : session.path("refunds")) {
      if (movement.idempotencyKey().equals(refund.path("reference").asText())) {
        return paidBack(movement, refund);
      }
    }
    return session.path("refunds").isArray()
        ? new NotActed("The session shows no such refund")
        : new Unknown("The session does not tell its refunds");
  }

  private Answer confirmed(Movement movement, JsonNode session, String amount) {
    return session.path("confirmed").asBoolean(false)
        ? new Approved(
            text(session, "sessionId"), money(movement, session, amount), expiry(movement, session))
        : new Unknown(NOT_CONFIRMED);
  }

  /** A refusal on an open session is ours only if our order was accepted before. */
  private static Answer notFinal(Movement movement, JsonNode session) {
    var refusal = session.path("refusal").asText("");
    var accepted = NOT_CONFIRMED.equals(movement.attempt().reason());
    return accepted && !refusal.isEmpty() && !"null".equals(refusal)
        ? new Refused(refusal)
        : new NotActed("The session is still open");
  }

  private Instant expiry(Movement movement, JsonNode session) {
    try {
      return Instant.parse(session.path("expiresAt").asText(""));
    } catch (DateTimeException notSaid) {
      return validity.expiry(movement.tap().reader().vendor(), clock.instant());
    }
  }

  private static Money money(Movement movement, JsonNode session, String field) {
    var amount = session.path(field);
    if (!amount.isIntegralNumber()) {
      throw new IllegalArgumentException("The session shows no " + field);
    }
    return Money.ofMinor(movement.attempt().amount().getCurrencyUnit(), amount.longValue());
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
