package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.CloudAnswer.Seen;
import dev.holdfast.terminal.core.CloudFact;
import dev.holdfast.terminal.core.Environment;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorEnvironment;
import dev.holdfast.terminal.core.VendorFacts;
import dev.holdfast.terminal.core.VendorReport;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor must have done: its cloud is up, shows the terminal, and has onboarded it.
 *
 * @param reasons what speaks against the terminal: a check fails exactly where one of its does
 */
record VendorChecks(
    String serial,
    Vendor vendor,
    Environment environment,
    VendorFacts facts,
    List<Reason> reasons) {

  Check isUp(@Nullable VendorReport report) {
    var question = Question.VENDOR_UP;
    if (report == null) {
      return Check.unknown(question, ours() + " was not looked at yet");
    }
    var detail = report.detail() == null ? "" : ": " + report.detail();
    var evidence = ours() + " is " + report.status() + detail;
    var since = report.since();
    return switch (report.status()) {
      case OPERATIONAL -> Check.pass(question, evidence, since);
      case DEGRADED, MAINTENANCE -> Check.warn(question, evidence, since, wait("may fail"));
      case DOWN -> Check.fail(question, evidence, since, wait("are refused"));
      case UNKNOWN ->
          Check.unknown(
              question,
              evidence,
              since,
              new Remedy(
                  Actor.PLATFORM,
                  "Look at %s's status page yourself: it could not be read here."
                      .formatted(Words.vendor(vendor))));
    };
  }

  Check pairs() {
    var question = Question.VENDOR_ENVIRONMENT;
    var fact = facts.in(cloud());
    if (reasons.contains(Reason.WRONG_VENDOR_ENVIRONMENT)) {
      var evidence = "%s does not know it, %s shows it".formatted(ours(), other());
      return Check.fail(question, evidence, knownAt(fact), vendorActs(move()));
    }
    return switch (fact.known()) {
      case null -> Check.unknown(question, neverAnswered(cloud()));
      case NotSeen _ ->
          Check.unknown(question, "%s does not know it; %s".formatted(ours(), ofTheOther()));
      case Seen seen when fact.trouble() != null ->
          Check.unknown(
              question,
              "%s showed it at %s; asked again: %s"
                  .formatted(ours(), Words.time(seen.at()), fact.trouble().reason()),
              fact.trouble().at(),
              platformActs());
      case Seen seen -> Check.pass(question, ours() + " shows it", seen.at());
    };
  }

  Check isOnboarded() {
    var question = Question.ONBOARDED;
    var fact = facts.in(cloud());
    return switch (fact.known()) {
      case Seen seen -> isOnboarded(seen);
      case NotSeen notSeen when reasons.contains(Reason.WRONG_VENDOR_ENVIRONMENT) ->
          Check.unknown(question, "only %s shows it: see check 3".formatted(other()));
      case NotSeen notSeen ->
          Check.fail(
              question,
              "%s does not know it; %s".formatted(ours(), ofTheOther()),
              notSeen.at(),
              vendorActs(add()));
      case null ->
          Check.fail(
              question,
              neverAnswered(cloud()),
              fact.trouble() == null ? null : fact.trouble().at(),
              platformActs());
    };
  }

  Check isOnline(Instant now, Duration patience, @Nullable String chargerId) {
    var question = Question.ONLINE;
    var seen = facts.seenIn(cloud());
    if (seen.isEmpty()) {
      return Check.unknown(question, ours() + " does not show it");
    }
    if (seen.get().online()) {
      return Check.pass(question, "online, state " + seen.get().state(), seen.get().at());
    }
    var last = facts.in(cloud()).lastOnlineAt();
    if (last != null && last.plus(patience).isAfter(now)) {
      return Check.pass(
          question, "offline, but was online less than " + minutes(patience) + " ago", last);
    }
    var evidence =
        "not online for %s: %s"
            .formatted(
                minutes(patience),
                last == null ? "never seen online" : "last at " + Words.time(last));
    var where = chargerId == null ? "" : " at charger " + chargerId;
    var sentence =
        "Check power and network of terminal %s%s; offline it takes no card."
            .formatted(serial, where);
    return Check.warn(question, evidence, seen.get().at(), new Remedy(Actor.CPO, sentence));
  }

  private Check isOnboarded(Seen seen) {
    var missing = new ArrayList<String>();
    if (!seen.activated()) {
      missing.add("activated");
    }
    if (!seen.configured()) {
      missing.add("configured");
    }
    return missing.isEmpty()
        ? Check.pass(Question.ONBOARDED, "activated and configured in " + ours(), seen.at())
        : Check.fail(
            Question.ONBOARDED,
            "not %s in %s".formatted(String.join(" and not ", missing), ours()),
            seen.at(),
            vendorActs(
                "Ask %s to have %s %s in its %s cloud."
                    .formatted(
                        Words.vendor(vendor), serial, String.join(" and ", missing), cloud())));
  }

  private String move() {
    return "Ask %s to move %s from its %s cloud to its %s cloud: %s works with %s only."
        .formatted(Words.vendor(vendor), serial, cloud().other(), cloud(), environment, cloud());
  }

  private String add() {
    return "Ask %s to add %s to its %s cloud, to activate and configure it there, and to show it to"
            .formatted(Words.vendor(vendor), serial, cloud())
        + " this platform's account.";
  }

  private Remedy wait(String payments) {
    return vendorActs(
        "Wait for %s to mend its %s cloud; until then payments %s, and nothing is to be changed at the terminal."
            .formatted(Words.vendor(vendor), cloud(), payments));
  }

  private Remedy platformActs() {
    return new Remedy(
        Actor.PLATFORM,
        "Check address, API key and network of %s in this deployment's settings, then ask again."
            .formatted(ours()));
  }

  private static Remedy vendorActs(String sentence) {
    return new Remedy(Actor.VENDOR, sentence);
  }

  private String ofTheOther() {
    var fact = facts.in(cloud().other());
    return switch (fact.known()) {
      case null -> neverAnswered(cloud().other());
      case NotSeen _ -> "nor does " + other();
      case Seen _ -> other() + " shows it";
    };
  }

  private String neverAnswered(VendorEnvironment which) {
    var trouble = facts.in(which).trouble();
    var name = Words.cloud(vendor, which);
    return trouble == null
        ? name + " was not asked yet"
        : "%s never answered: %s".formatted(name, trouble.reason());
  }

  private VendorEnvironment cloud() {
    return environment.pairedCloud();
  }

  private String ours() {
    return Words.cloud(vendor, cloud());
  }

  private String other() {
    return Words.cloud(vendor, cloud().other());
  }

  private static @Nullable Instant knownAt(CloudFact fact) {
    return fact.known() == null ? null : fact.known().at();
  }

  private static String minutes(Duration patience) {
    return patience.toMinutes() + " minutes";
  }
}
