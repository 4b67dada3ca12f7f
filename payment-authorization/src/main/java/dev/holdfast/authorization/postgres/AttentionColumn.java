package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.attempt.Attention;
import dev.holdfast.authorization.core.attempt.Attention.Cause;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that a person must look at, in the JSON column of its authorization. */
record AttentionColumn(
    int number,
    Cause cause,
    String words,
    String since,
    @Nullable String seenBy,
    @Nullable String note,
    @Nullable String seenAt) {

  static AttentionColumn of(Attention attention) {
    var seen = attention.seen();
    return new AttentionColumn(
        attention.number(),
        attention.cause(),
        attention.words(),
        attention.since().toString(),
        seen == null ? null : seen.by(),
        seen == null ? null : seen.note(),
        seen == null ? null : seen.at().toString());
  }

  Attention toAttention() {
    var seen =
        seenBy == null || note == null || seenAt == null
            ? null
            : new Seen(seenBy, note, Instant.parse(seenAt));
    return new Attention(number, cause, words, Instant.parse(since), seen);
  }
}
