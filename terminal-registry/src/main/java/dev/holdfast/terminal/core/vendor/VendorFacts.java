package dev.holdfast.terminal.core.vendor;

import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the vendor's two clouds say of one terminal. */
public record VendorFacts(CloudFact test, CloudFact production) {
  /** Neither cloud was asked. */
  public static final VendorFacts NONE = new VendorFacts(CloudFact.NOTHING, CloudFact.NOTHING);

  /** What that cloud says. */
  public CloudFact in(VendorEnvironment cloud) {
    return switch (cloud) {
      case TEST -> test;
      case PRODUCTION -> production;
    };
  }

  /** Has each cloud been asked since then, whatever it answered? */
  public boolean wereAskedSince(Instant since) {
    return test.wasAskedSince(since) && production.wasAskedSince(since);
  }

  /** What is known after these answers; a cloud that was not asked stays as it was. */
  public VendorFacts after(Map<VendorEnvironment, CloudAnswer> answers) {
    return new VendorFacts(
        after(VendorEnvironment.TEST, answers), after(VendorEnvironment.PRODUCTION, answers));
  }

  private CloudFact after(VendorEnvironment cloud, Map<VendorEnvironment, CloudAnswer> answers) {
    var answer = answers.get(cloud);
    return answer == null ? in(cloud) : in(cloud).after(answer);
  }

  /** How that cloud shows the terminal; empty where it does not, or never said. */
  public Optional<Seen> seenIn(VendorEnvironment cloud) {
    return in(cloud).known() instanceof Seen seen ? Optional.of(seen) : Optional.empty();
  }

  /** Has that cloud said for certain that it does not know the terminal? */
  public boolean deniedBy(VendorEnvironment cloud) {
    return in(cloud).known() instanceof NotSeen;
  }
}
