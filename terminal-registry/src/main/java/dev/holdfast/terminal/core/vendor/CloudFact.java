package dev.holdfast.terminal.core.vendor;

import dev.holdfast.terminal.core.vendor.CloudAnswer.Certain;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known from one cloud of the vendor: an unanswered question does not wipe out what the
 * cloud said before.
 *
 * @param known the last certain answer; null while there was none
 * @param trouble why the last question stayed unanswered; null when it was answered
 * @param lastOnlineAt when the terminal was last online, as far as the cloud ever said
 */
public record CloudFact(
    @Nullable Certain known, @Nullable Unknown trouble, @Nullable Instant lastOnlineAt) {
  /** A cloud that was never asked. */
  public static final CloudFact NOTHING = new CloudFact(null, null, null);

  boolean wasAskedSince(Instant since) {
    return (known != null && !known.at().isBefore(since))
        || (trouble != null && !trouble.at().isBefore(since));
  }

  /** What is known after one more answer; one that was asked for earlier changes nothing. */
  public CloudFact after(CloudAnswer answer) {
    if (wasAskedSince(answer.at().plusNanos(1))) {
      return this;
    }
    return switch (answer) {
      case Seen seen -> new CloudFact(seen, null, lastOnline(seen));
      case NotSeen notSeen -> new CloudFact(notSeen, null, lastOnlineAt);
      case Unknown unknown -> new CloudFact(known, unknown, lastOnlineAt);
    };
  }

  private @Nullable Instant lastOnline(Seen seen) {
    return seen.online()
        ? seen.at()
        : Stream.concat(Stream.ofNullable(lastOnlineAt), Stream.ofNullable(seen.lastOnlineAt()))
            .max(Comparator.naturalOrder())
            .orElse(null);
  }
}
