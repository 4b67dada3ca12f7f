package dev.holdfast.authorization.payter;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.GatewayCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * The calls that may move money, and their look-ups. Seen: authorize, commit, cancel, 409 for what
 * is final already. Assumed: 402 for a refusal of the bank, the look-ups, the {@code reference} of
 * authorize, the name of the over-commit parameter, and how to refund: nothing public tells. Where
 * that does not exist it is answered 404, and a person pays back.
 */
@ApplicationScoped
class PayterCalls {
  private final PayterSessions sessions;
  private final PayterSettings settings;

  PayterCalls(PayterSessions sessions, PayterSettings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  Uni<Answer> send(PayterCloud cloud, GatewayCall call) {
    var api = cloud.calls();
    var serial = call.tap().reader().serial();
    var amount = call.attempt().amount().getAmountMinorLong();
    return switch (call.attempt().kind()) {
      case AUTHORIZE ->
          api.authorize(serial, call.idempotencyKey())
              .map(Reply::of)
              .chain(reply -> authorized(cloud, call, reply));
      case CAPTURE, WHOLE, HOLD ->
          api.commit(serial, session(call), amount, Map.of())
              .map(Reply::of)
              .chain(reply -> finished(cloud, call, reply));
      case OVER_COMMIT ->
          api.commit(serial, session(call), amount, Map.of(settings.overCommitParameter(), "true"))
              .map(Reply::of)
              .chain(reply -> finished(cloud, call, reply));
      case RELEASE ->
          api.cancel(serial, session(call))
              .map(Reply::of)
              .chain(reply -> finished(cloud, call, reply));
      case REFUND ->
          api.refund(serial, session(call), amount, call.idempotencyKey())
              .map(Reply::of)
              .chain(reply -> paidBack(cloud, call, reply));
    };
  }

  private Uni<Answer> authorized(PayterCloud cloud, GatewayCall call, Reply reply) {
    return switch (reply.status()) {
      case 200 -> answer(sessions.granted(call, reply.body()));
      // No card on the terminal: perhaps because this very payment has been authorized already.
      case 409 -> lookUp(cloud, call).map(found -> orRefused(found, "The terminal holds no card"));
      case 400, 401, 402, 403, 404, 422 -> answer(new Refused(reply.reason()));
      default -> answer(new Unknown(reply.reason()));
    };
  }

  private static Answer orRefused(Answer found, String reason) {
    return found instanceof NotActed ? new Refused(reason) : found;
  }

  private Uni<Answer> finished(PayterCloud cloud, GatewayCall call, Reply reply) {
    return switch (reply.status()) {
      case 200, 409 -> accepted(cloud, call, reply);
      case 402 -> answer(new Refused(reply.reason()));
      default -> answer(new Unknown(reply.reason()));
    };
  }

  private Uni<Answer> paidBack(PayterCloud cloud, GatewayCall call, Reply reply) {
    return switch (reply.status()) {
      case 200 -> answer(sessions.paidBack(call, reply.body()));
      // Perhaps because this very refund was made already, by a call whose answer came late.
      case 409 -> lookUp(cloud, call).map(found -> orRefused(found, reply.reason()));
      case 400, 402, 404, 422 -> answer(new Refused(reply.reason()));
      default -> answer(new Unknown(reply.reason()));
    };
  }

  /** The answer tells all only if it says whether it is confirmed. */
  private Uni<Answer> accepted(PayterCloud cloud, GatewayCall call, Reply reply) {
    return reply.isOk() && reply.body().has("confirmed")
        ? answer(sessions.judge(call, reply.body()))
        : lookUp(cloud, call).map(PayterCalls::notActedIsUnknown);
  }

  /** Accepted, or final already, and yet open: it contradicts itself, so ask again later. */
  private static Answer notActedIsUnknown(Answer answer) {
    return answer instanceof NotActed
        ? new Unknown("Accepted or final already, and yet the session is open")
        : answer;
  }

  Uni<Answer> lookUp(PayterCloud cloud, GatewayCall call) {
    var serial = call.tap().reader().serial();
    return switch (call.attempt().kind()) {
      case AUTHORIZE ->
          cloud
              .calls()
              .sessions(serial, call.idempotencyKey())
              .map(Reply::of)
              .map(reply -> found(call, reply));
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD, RELEASE, REFUND ->
          cloud
              .calls()
              .session(serial, session(call))
              .map(Reply::of)
              .map(reply ->
                  reply.isOk() ? sessions.judge(call, reply.body()) : new Unknown(reply.reason()));
    };
  }

  private Answer found(GatewayCall call, Reply reply) {
    if (!reply.isOk() || !reply.body().isArray()) {
      return new Unknown(reply.reason());
    }
    return reply.body().isEmpty()
        ? new NotActed("The gateway never heard of it")
        : sessions.judge(call, reply.body().get(0));
  }

  private static String session(GatewayCall call) {
    return call.holdReference().orElseThrow();
  }

  private static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
