package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Status;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.authorization.rest.AuthorizationAnswer.AttemptAnswer;
import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.doors.Amount;
import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authorization as a record of the topic tells it; names are the same on both sides. */
final class StreamedAnswer {
  private static final int MILLIS_SHIFT = 16;

  private StreamedAnswer() {}

  /** False for what only a newer version knows: whoever watches sees it in the list. */
  static boolean isKnown(AuthorizationChanged said) {
    return said.getStatus() != AuthorizationStatus.UNRECOGNIZED
        && said.getAttempts().stream()
            .noneMatch(attempt -> attempt.getKind() == AttemptKind.UNRECOGNIZED);
  }

  static AuthorizationAnswer of(AuthorizationChanged said) {
    var reference = UUID.fromString(said.getReference());
    var card = Optional.ofNullable(said.getCard());
    return new AuthorizationAnswer(
        reference,
        said.getVersion(),
        Status.valueOf(said.getStatus().name()),
        said.getOccurredAt(),
        Environment.valueOf(said.getEnvironment().name()),
        said.getTerminalSerial(),
        said.getCpoId(),
        said.getEvseId(),
        said.getOverCommit(),
        // A UUIDv7 begins with its milliseconds.
        Instant.ofEpochMilli(reference.getMostSignificantBits() >>> MILLIS_SHIFT),
        amount(said.getRequested()),
        amount(said.getAuthorized()),
        amount(said.getCaptured()),
        amount(said.getReleased()),
        amount(said.getRefunded()),
        said.getExpiresAt(),
        said.getChange() == AuthorizationChange.EXPIRING,
        declineKind(said),
        said.getReason(),
        said.getAttention(),
        null,
        card.map(seen -> new Card(seen.getScheme(), seen.getLastFour())).orElse(null),
        said.getAttempts().stream().map(StreamedAnswer::attempt).toList(),
        said.getSettlementVersion());
  }

  private static @Nullable DeclineKind declineKind(AuthorizationChanged said) {
    var kind = said.getDeclineKind();
    return kind == null ? null : DeclineKind.valueOf(kind.name());
  }

  private static AttemptAnswer attempt(Attempt attempt) {
    return new AttemptAnswer(
        attempt.getNumber(),
        Kind.valueOf(attempt.getKind().name()),
        amount(attempt.getAmount()),
        Outcome.valueOf(attempt.getOutcome().name()),
        attempt.getGatewayReference(),
        attempt.getReason(),
        attempt.getAt());
  }

  private static Amount amount(Money money) {
    return Amount.of(MoneyCodec.fromAvro(money));
  }
}
