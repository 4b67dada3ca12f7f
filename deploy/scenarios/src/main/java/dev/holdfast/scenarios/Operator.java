package dev.holdfast.scenarios;

import dev.holdfast.launcher.RestApi;
import java.time.Duration;
import java.util.Map;

/** A person in operations, at one payment. */
record Operator(RestApi frontDoor, String reference) {
  private static final Duration UNKNOWN_WITHIN = Duration.ofSeconds(30);

  /** Says so as soon as an outcome is unknown, of the newest version: it may change meanwhile. */
  void say(String happened) {
    var _ =
        new Patience(UNKNOWN_WITHIN)
            .until(
                "an unknown outcome of " + reference + " to say of that it is " + happened,
                () -> resolution(happened),
                RestApi.Answer::isGood);
  }

  private RestApi.Answer resolution(String happened) {
    var payment = frontDoor.get("/authorizations/" + reference);
    var attempts = payment.path("attempts");
    var last = attempts.path(attempts.size() - 1);
    return "UNKNOWN".equals(last.path("outcome").asText())
        ? frontDoor.send(
            "POST",
            "/authorizations/" + reference + "/resolution",
            Map.of(
                "happened",
                happened,
                "version",
                payment.path("version").longValue(),
                "attempt",
                last.path("number").intValue(),
                "by",
                "demo",
                "reason",
                "the vendor's portal shows it"))
        : new RestApi.Answer(0, payment);
  }
}
