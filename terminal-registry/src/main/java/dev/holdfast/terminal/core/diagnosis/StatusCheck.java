package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.VendorReport;
import org.jspecify.annotations.Nullable;

/** Whether the vendor's cloud works at all: an outage explains every terminal at once. */
record StatusCheck(Clouds clouds) {
  Check isUp(@Nullable VendorReport report) {
    var question = Question.VENDOR_UP;
    if (report == null) {
      return Check.unknown(
          question, "the status of %s was not read yet".formatted(clouds.ourName()));
    }
    var detail = report.detail() == null ? "" : ": " + report.detail();
    var evidence =
        "%s is %s%s%s".formatted(clouds.ourName(), report.status(), detail, nextWindow(report));
    var since = report.since();
    return switch (report.status()) {
      case OPERATIONAL -> Check.pass(question, evidence, since);
      case DEGRADED -> Check.warn(question, evidence, since, wait("mend", "may fail"));
      case MAINTENANCE ->
          Check.warn(question, evidence, since, wait("end the maintenance of", "may fail"));
      case DOWN -> Check.fail(question, evidence, since, wait("mend", "are refused"));
      case UNKNOWN ->
          Check.unknown(
              question,
              "nobody knows how %s is doing%s".formatted(clouds.ourName(), detail),
              since,
              lookYourself());
    };
  }

  private static String nextWindow(VendorReport report) {
    return report.maintenance().stream()
        .findFirst()
        .map(window ->
            "; maintenance from %s until %s"
                .formatted(Words.time(window.from()), Words.time(window.until())))
        .orElse("");
  }

  private Remedy wait(String toDo, String payments) {
    return new Remedy(
        Actor.VENDOR,
        "Wait for %s to %s its %s: until then payments %s, and no change at the terminal helps."
            .formatted(clouds.owner(), toDo, clouds.ourWord(), payments));
  }

  private Remedy lookYourself() {
    return new Remedy(
        Actor.PLATFORM,
        "Look for the %s on %s's status page yourself, and check that page's address in this deployment's settings."
            .formatted(clouds.ourWord(), clouds.owner()));
  }
}
