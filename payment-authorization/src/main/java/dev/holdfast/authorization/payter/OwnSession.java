package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.gateway.OtherPayments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the session of an authorization whose answer was lost, among all that stand at the
 * terminal: other systems' and other drivers', too. A session is ours only by proof. Either it
 * shows our reference. Or it was not there before the call and is soon after it, over our amount,
 * and no other payment of ours can have it. Whatever else may be ours is looked at again, and never
 * taken.
 */
@ApplicationScoped
class OwnSession {
  private final PayterSessions sessions;
  private final SessionStates states;
  private final OtherPayments others;
  private final PayterSettings.Assumed assumed;
  private final Clock clock;

  OwnSession(
      PayterSessions sessions,
      SessionStates states,
      OtherPayments others,
      PayterSettings settings,
      Clock clock) {
    this.sessions = sessions;
    this.states = states;
    this.others = others;
    this.assumed = settings.assumed();
    this.clock = clock;
  }

  Uni<Answer> find(PayterCloud cloud, GatewayCall call) {
    return cloud
        .calls()
        .sessions(call.tap().reader().serial())
        .map(Reply::of)
        .chain(reply -> among(call, reply));
  }

  Uni<Answer> among(GatewayCall call, Reply reply) {
    if (!reply.isOk() || !reply.body().isArray()) {
      return answer(new Unknown(reply.reason()));
    }
    var named = new ArrayList<JsonNode>();
    var nameless = new ArrayList<JsonNode>();
    for (JsonNode session : reply.body()) {
      var reference = Fields.text(session, "reference");
      if (reference.equals(call.idempotencyKey())) {
        named.add(session);
      } else if (reference.isEmpty() && isNew(call, session)) {
        nameless.add(session);
      }
    }
    if (named.size() == 1) {
      return answer(sessions.judge(call, named.getFirst()));
    }
    if (named.size() > 1) {
      return answer(new Unknown("%d sessions show our reference".formatted(named.size())));
    }
    return nameless.isEmpty()
        ? notActed()
        : others.at(call.tap()).chain(claims -> byElimination(call, nameless, claims));
  }

  /** Where nobody looked before the call, all that may hold money may be new. */
  private boolean isNew(GatewayCall call, JsonNode session) {
    return states.mayHold(session)
        && SessionsBefore.of(call.attempt().before())
            .map(before -> !before.has(session))
            .orElse(true);
  }

  private Uni<Answer> byElimination(
      GatewayCall call, List<JsonNode> nameless, OtherPayments.Claims claims) {
    var left =
        nameless.stream()
            .filter(session -> !claims.known().contains(Fields.text(session, "sessionId")))
            .filter(session -> amount(session) <= call.attempt().amount().getAmountMinorLong())
            .toList();
    if (left.isEmpty()) {
      return notActed();
    }
    return answer(
        left.size() == 1 && isProven(call, left.getFirst(), claims)
            ? sessions.judge(call, left.getFirst())
            : new Unknown(
                "At the terminal stands what may be this payment's hold, and need not be: "
                    + ids(left)));
  }

  private boolean isProven(GatewayCall call, JsonNode session, OtherPayments.Claims claims) {
    var attempt = call.attempt();
    return attempt.before() != null
        && !claims.mayOwnMore()
        && amount(session) == attempt.amount().getAmountMinorLong()
        && clock.instant().isBefore(attempt.at().plus(assumed.newSessionWithin()));
  }

  /** One that shows none may be of any amount. */
  private static long amount(JsonNode session) {
    return session.path("authorizedAmount").asLong(0);
  }

  private static String ids(List<JsonNode> found) {
    return String.join(
        ", ", found.stream().map(session -> Fields.text(session, "sessionId")).toList());
  }

  private static Uni<Answer> notActed() {
    return answer(new NotActed("No session at the terminal can be this payment's"));
  }

  private static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
