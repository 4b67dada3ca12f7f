package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;

/** A refusal in words: of a whole request, or of one line of a file. */
record Wording(int status, String title, String field, String what, String remedy) {
  private static final int UNAVAILABLE = 503;
  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMinutes(1);

  HttpProblem toProblem() {
    return status == UNAVAILABLE
        ? Problems.notNow(title, what, remedy, UNTIL_ASKED_AGAIN)
        : Problems.of(status, title, field, what, remedy).build();
  }

  String sentence() {
    return what + "; " + remedy;
  }
}
