package dev.holdfast.terminal.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.vendor.BoundedGet.Reply;
import dev.holdfast.terminal.vendor.BoundedGet.Reply.Answered;
import dev.holdfast.terminal.vendor.BoundedGet.Reply.Unanswered;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/** The way to one cloud. Whatever happens on it is an answer; the key is in none. */
public final class HttpCloud {
  private static final int LONGEST_ANSWER = 65_536;

  private final BoundedGet cloud;
  private final String key;
  private final Clock clock;

  /** Asks at that address with that key, and waits so long for each answer. */
  public HttpCloud(URI address, String key, Duration timeout, Clock clock) {
    this.cloud = new BoundedGet("the cloud", address, timeout, LONGEST_ANSWER);
    this.key = key;
    this.clock = clock;
  }

  /** How a vendor's own answer is read; what cannot be read is an answer, too. */
  public interface Reading {
    /** What the cloud says with a body that is neither empty nor endless. */
    CloudAnswer of(String body, Instant at) throws JsonProcessingException;
  }

  /**
   * What the cloud answers to a question; never fails.
   *
   * @param shown reads the answer of a cloud that shows the terminal
   * @param isDenial does the body of a 404 say that the cloud does not know the terminal?
   */
  public Uni<CloudAnswer> ask(
      String path, Map<String, String> headers, Reading shown, Predicate<String> isDenial) {
    return cloud.get(path, headers).map(heard -> read(heard, shown, isDenial));
  }

  private CloudAnswer read(Reply heard, Reading shown, Predicate<String> isDenial) {
    return switch (heard) {
      case Unanswered unanswered -> unknown(unanswered.why());
      case Answered answered -> read(answered, shown, isDenial);
    };
  }

  private CloudAnswer read(Answered answered, Reading shown, Predicate<String> isDenial) {
    return switch (answered.status()) {
      case 200 -> read(answered.body(), shown);
      case 404 ->
          isDenial.test(answered.body()) ? new NotSeen(clock.instant()) : unknown("HTTP 404");
      case 401, 403 -> unknown("HTTP " + answered.status() + ": the cloud refuses our API key");
      default -> unknown("HTTP " + answered.status());
    };
  }

  private CloudAnswer read(String body, Reading reading) {
    if (body.isEmpty()) {
      return unknown("the answer is empty");
    }
    if (body.contains(key)) {
      return unknown("the answer repeats our API key");
    }
    try {
      var answer = reading.of(body, clock.instant());
      // Escaped, it was not in the text.
      return answer instanceof Seen seen && seen.state().contains(key)
          ? unknown("the answer repeats our API key")
          : answer;
    } catch (JsonProcessingException | IllegalArgumentException nonsense) {
      return unknown("the answer is not the JSON of a terminal");
    }
  }

  private CloudAnswer unknown(String reason) {
    return new Unknown(clock.instant(), reason);
  }
}
