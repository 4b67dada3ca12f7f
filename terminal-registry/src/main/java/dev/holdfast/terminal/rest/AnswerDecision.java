package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Versioned;
import dev.holdfast.terminal.ShowTerminals;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.Refusal.OtherVersion;
import dev.holdfast.terminal.core.Terminal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Answers with a terminal as it was decided, or with why it was not. */
@Singleton
class AnswerDecision {
  private final ShowTerminals showTerminals;

  AnswerDecision(ShowTerminals showTerminals) {
    this.showTerminals = showTerminals;
  }

  /** What was decided, not what somebody else made of it since: its ETag is this one's. */
  Uni<RestResponse<TerminalAnswer>> answer(String serial, Decision decision) {
    return switch (decision) {
      case Changed changed when changed.before() == null -> shown(changed.after(), Status.CREATED);
      case Changed changed -> shown(changed.after(), Status.OK);
      case Noted noted -> shown(noted.after(), Status.OK);
      case Unchanged unchanged -> shown(unchanged.known(), Status.OK);
      case Refused(OtherVersion refusal) -> stale(serial, Refusals.of(serial, refusal));
      case Refused(var refusal) ->
          Uni.createFrom().failure(Refusals.of(serial, refusal).toProblem());
    };
  }

  private Uni<RestResponse<TerminalAnswer>> stale(String serial, Wording refusal) {
    return showTerminals
        .one(serial)
        .map(newest -> Versioned.stale(refusal.toProblem(), newest.map(TerminalAnswer::of)))
        .chain(problem -> Uni.createFrom().failure(problem));
  }

  private Uni<RestResponse<TerminalAnswer>> shown(Terminal terminal, Status status) {
    return showTerminals
        .asShown(terminal)
        .map(shown -> Versioned.of(status, TerminalAnswer.of(shown)));
  }
}
