package dev.holdfast.authorization.payter;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Rejected;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.gateway.GatewayCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * The calls that may move money, and their look-ups. Where there is no call that pays back, it is
 * answered 404, and a person pays back.
 */
@ApplicationScoped
class PayterCalls {
  private final PayterSessions sessions;
  private final OwnSession own;
  private final PayterSettings settings;

  PayterCalls(PayterSessions sessions, OwnSession own, PayterSettings settings) {
    this.sessions = sessions;
    this.own = own;
    this.settings = settings;
  }

  Uni<Answer> send(PayterCloud cloud, GatewayCall call) {
    var api = cloud.calls();
    var serial = call.tap().reader().serial();
    var amount = call.attempt().amount().getAmountMinorLong();
    return switch (call.attempt().kind()) {
      case AUTHORIZE ->
          api.authorize(serial, named(call))
              .map(Reply::of)
              .chain(reply -> authorized(cloud, call, reply));
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD ->
          api.commit(serial, session(call), amount, overCommit(call))
              .map(Reply::of)
              .chain(reply -> finished(cloud, call, reply));
      case RELEASE ->
          api.cancel(serial, session(call))
              .map(Reply::of)
              .chain(reply -> finished(cloud, call, reply));
      case REFUND ->
          api.refund(serial, session(call), amount, named(call))
              .map(Reply::of)
              .chain(reply -> paidBack(cloud, call, reply));
    };
  }

  private Map<String, String> overCommit(GatewayCall call) {
    return call.attempt().kind() == Kind.OVER_COMMIT
        ? Map.of(settings.overCommitParameter(), "true")
        : Map.of();
  }

  private Map<String, String> named(GatewayCall call) {
    return settings
        .assumed()
        .referenceParameter()
        .map(name -> Map.of(name, call.idempotencyKey()))
        .orElse(Map.of());
  }

  private Uni<Answer> authorized(PayterCloud cloud, GatewayCall call, Reply reply) {
    if (reply.isOk()) {
      return reply.body().has("sessionId")
          ? answer(sessions.judge(call, reply.body()))
          : own.find(cloud, call).map(PayterCalls::notActedIsUnknown);
    }
    return switch (reply.status()) {
      // No card on the terminal: perhaps because this very payment has been authorized already.
      case 409 -> lookUp(cloud, call).map(found -> orNoCard(call, found));
      case 400, 401, 402, 403, 404, 422 -> answer(new Refused(reply.kind(), reply.reason()));
      default -> answer(new Unknown(reply.reason()));
    };
  }

  /** Certain only of the first call: one before it may still be under way. */
  private static Answer orNoCard(GatewayCall call, Answer found) {
    return found instanceof NotActed && call.attempt().unanswered() == 0
        ? new Refused("The terminal holds no card")
        : found;
  }

  private Uni<Answer> finished(PayterCloud cloud, GatewayCall call, Reply reply) {
    var assumed = settings.assumed();
    if (reply.isOk()) {
      return accepted(cloud, call, reply);
    }
    if (!assumed.refusals().contains(reply.status())) {
      return answer(new Unknown(reply.reason()));
    }
    // 409 says that the session has ended, or refuses: the session itself tells which.
    var byBank = assumed.bankRefusals().contains(reply.status());
    return lookUp(cloud, call)
        .map(found -> found instanceof NotActed ? refused(reply, byBank) : found);
  }

  private static Answer refused(Reply reply, boolean byBank) {
    return byBank ? new Refused(reply.reason()) : new Rejected(reply.reason());
  }

  /** An answer without a state tells nothing of the session. */
  private Uni<Answer> accepted(PayterCloud cloud, GatewayCall call, Reply reply) {
    var told =
        SessionStates.word(reply.body()).isEmpty()
            ? lookUp(cloud, call)
            : answer(sessions.judge(call, reply.body()));
    return told.map(PayterCalls::notActedIsUnknown);
  }

  /** Done, and yet not to be seen: it contradicts itself, so ask again later. */
  private static Answer notActedIsUnknown(Answer answer) {
    return answer instanceof NotActed(var reason)
        ? new Unknown("Accepted, and yet: " + reason)
        : answer;
  }

  private Uni<Answer> paidBack(PayterCloud cloud, GatewayCall call, Reply reply) {
    if (reply.isOk()) {
      return answer(sessions.paidBack(call, reply.body()));
    }
    return switch (reply.status()) {
      // Perhaps because this very refund was made already, by a call whose answer came late.
      case 409 ->
          lookUp(cloud, call)
              .map(found -> found instanceof NotActed ? refused(reply, true) : found);
      case 400, 402, 404, 422 -> answer(new Refused(reply.reason()));
      default -> answer(new Unknown(reply.reason()));
    };
  }

  Uni<Answer> lookUp(PayterCloud cloud, GatewayCall call) {
    return switch (call.attempt().kind()) {
      case AUTHORIZE -> own.find(cloud, call);
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD, RELEASE, REFUND ->
          cloud
              .calls()
              .session(call.tap().reader().serial(), session(call))
              .map(Reply::of)
              .map(reply ->
                  reply.isOk() ? sessions.judge(call, reply.body()) : new Unknown(reply.reason()));
    };
  }

  private static String session(GatewayCall call) {
    return call.holdReference().orElseThrow();
  }

  private static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
