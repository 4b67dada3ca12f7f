package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudFact;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import java.util.Optional;

/** The vendor's two clouds, seen from our environment, and what they say of one terminal. */
record Clouds(Vendor vendor, Environment environment, VendorFacts facts) {
  /** The one that pairs with our environment. */
  VendorEnvironment paired() {
    return environment.pairedCloud();
  }

  CloudFact ours() {
    return facts.in(paired());
  }

  Optional<Seen> seen() {
    return facts.seenIn(paired());
  }

  String owner() {
    return Words.vendor(vendor);
  }

  /** The vendor's own word for ours, after its owner was named: TEST cloud, live mode. */
  String ourWord() {
    return vendor.cloud(paired());
  }

  String ourName() {
    return Words.cloud(vendor, paired());
  }

  String otherName() {
    return Words.cloud(vendor, paired().other());
  }

  String oursSays() {
    return says(paired());
  }

  String bothSay() {
    return oursSays() + "; " + says(paired().other());
  }

  private String says(VendorEnvironment cloud) {
    var fact = facts.in(cloud);
    var name = Words.cloud(vendor, cloud);
    var trouble = fact.trouble();
    return switch (fact.known()) {
      case null ->
          trouble == null
              ? name + " was not asked yet"
              : "%s never answered (%s)".formatted(name, trouble.reason());
      case NotSeen _ -> name + " does not know it" + askedAgain(fact);
      case Seen _ -> name + " shows it" + askedAgain(fact);
    };
  }

  private static String askedAgain(CloudFact fact) {
    var trouble = fact.trouble();
    return trouble == null
        ? ""
        : " (asked again at %s: %s)".formatted(Words.time(trouble.at()), trouble.reason());
  }
}
