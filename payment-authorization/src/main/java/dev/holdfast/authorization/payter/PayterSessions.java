package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Taken;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.DeclineCodes;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.gateway.HoldValidity;
import dev.holdfast.authorization.payter.SessionStates.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.joda.money.Money;

/**
 * What a Payter session says of a call. A terminal that is offline accepts and sends later. A cloud
 * that shows this, as {@code confirmed} false, is waited for; where it shows nothing, the state is
 * what counts.
 */
@ApplicationScoped
class PayterSessions {
  static final String NOT_CONFIRMED = "accepted, not confirmed: the terminal is offline";

  private final HoldValidity validity;
  private final SessionStates states;
  private final Clock clock;

  PayterSessions(HoldValidity validity, SessionStates states, Clock clock) {
    this.validity = validity;
    this.states = states;
    this.clock = clock;
  }

  /** Judges a call by its session. */
  Answer judge(GatewayCall call, JsonNode session) {
    var standing = states.of(session);
    return switch (call.attempt().kind()) {
      case AUTHORIZE -> authorized(call, session, standing);
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD -> captured(call, session, standing);
      case RELEASE -> released(call, session, standing);
      case REFUND -> refunded(call, session);
    };
  }

  private Answer authorized(GatewayCall call, JsonNode session, Standing standing) {
    return switch (standing) {
      // The answer to an authorization need not show a state: what it holds says enough.
      case HELD, TAKEN, NOT_SHOWN -> approved(call, session, held(call, session));
      case CANCELLED, DECLINED -> ended(session);
      case STRANGE -> strange(session);
    };
  }

  private Answer captured(GatewayCall call, JsonNode session, Standing standing) {
    return switch (standing) {
      case TAKEN -> confirmed(call, session, moved(call, session, "committedAmount"));
      case HELD -> notFinal(call, session);
      case CANCELLED, DECLINED -> ended(session);
      case STRANGE, NOT_SHOWN -> strange(session);
    };
  }

  private Answer released(GatewayCall call, JsonNode session, Standing standing) {
    return switch (standing) {
      case CANCELLED -> confirmed(call, session, moved(call, session, "authorizedAmount"));
      case HELD -> notFinal(call, session);
      case TAKEN -> taken(call, session);
      case DECLINED -> ended(session);
      case STRANGE, NOT_SHOWN -> strange(session);
    };
  }

  private static Answer taken(GatewayCall call, JsonNode session) {
    return Fields.amount(call, session, "committedAmount")
        .<Answer>map(amount -> new Taken(Fields.name(session, "sessionId"), amount))
        .orElseGet(() -> new Unknown("Money was taken, and the session does not show how much"));
  }

  /** The answer to a refund. */
  Answer paidBack(GatewayCall call, JsonNode refund) {
    return new Approved(
        Fields.name(refund, "refundId"), moved(call, refund, "amount"), clock.instant());
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

  private Answer confirmed(GatewayCall call, JsonNode session, Money amount) {
    return session.path("confirmed").asBoolean(true)
        ? approved(call, session, amount)
        : new Unknown(NOT_CONFIRMED);
  }

  private Answer approved(GatewayCall call, JsonNode session, Money amount) {
    return new Approved(Fields.name(session, "sessionId"), amount, expiry(call, session));
  }

  /** A refusal on an open session is ours only if our order was accepted before. */
  private static Answer notFinal(GatewayCall call, JsonNode session) {
    var refusal = Fields.text(session, "refusal");
    var accepted = NOT_CONFIRMED.equals(call.attempt().reason());
    return accepted && !refusal.isEmpty()
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

  /** What is held must be shown: nothing else says that anything is. */
  private static Money held(GatewayCall call, JsonNode session) {
    return Fields.amount(call, session, "authorizedAmount")
        .orElseThrow(() -> new IllegalArgumentException("The session does not show what it holds"));
  }

  /** Where an amount is not shown it is the one that was asked for. */
  private static Money moved(GatewayCall call, JsonNode shows, String field) {
    return Fields.amount(call, shows, field).orElse(call.attempt().amount());
  }

  /** The words of the bank may stand with it. */
  private static Answer ended(JsonNode session) {
    var why = Fields.text(session, "refusal");
    return new Refused(
        DeclineCodes.kindOf(why),
        "The session is %s %s".formatted(SessionStates.word(session), why).strip());
  }

  private static Answer strange(JsonNode session) {
    return new Unknown(
        "Session %s is %s, which is not known here"
            .formatted(Fields.text(session, "sessionId"), SessionStates.word(session)));
  }
}
