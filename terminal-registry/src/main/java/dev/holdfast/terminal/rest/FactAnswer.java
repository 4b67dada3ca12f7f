package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.vendor.CloudAnswer.Certain;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one of the vendor's clouds says of a terminal.
 *
 * @param known the last certain answer; UNKNOWN while there was none
 * @param knownAt when that was given
 * @param unknownReason why the last question stayed unanswered; null when it was answered
 * @param unknownAt when that question was asked
 */
record FactAnswer(
    Visibility known,
    @Nullable Instant knownAt,
    @Nullable Boolean online,
    @Nullable String state,
    @Nullable Boolean activated,
    @Nullable Boolean configured,
    @Nullable String currency,
    @Nullable Instant lastOnlineAt,
    @Nullable String unknownReason,
    @Nullable Instant unknownAt) {
  /** What a cloud said for certain. */
  enum Visibility {
    SEEN,
    NOT_SEEN,
    UNKNOWN
  }

  static FactAnswer of(CloudFact fact) {
    Seen seen = fact.known() instanceof Seen known ? known : null;
    return new FactAnswer(
        known(fact.known()),
        fact.known() == null ? null : fact.known().at(),
        seen == null ? null : Boolean.valueOf(seen.online()),
        seen == null ? null : seen.state(),
        seen == null ? null : Boolean.valueOf(seen.activated()),
        seen == null ? null : Boolean.valueOf(seen.configured()),
        seen == null || seen.currency() == null ? null : seen.currency().getCode(),
        fact.lastOnlineAt(),
        fact.trouble() == null ? null : fact.trouble().reason(),
        fact.trouble() == null ? null : fact.trouble().at());
  }

  private static Visibility known(@Nullable Certain certain) {
    return switch (certain) {
      case null -> Visibility.UNKNOWN;
      case Seen _ -> Visibility.SEEN;
      case NotSeen _ -> Visibility.NOT_SEEN;
    };
  }
}
