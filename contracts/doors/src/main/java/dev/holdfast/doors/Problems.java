package dev.holdfast.doors;

import dev.holdfast.text.CardNumbers;
import dev.holdfast.text.Characters;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is answered where something cannot be done, as RFC 9457 has it: {@code title} says what kind
 * of refusal it is, {@code field} where, {@code detail} what is wrong and {@code remedy} how to
 * mend it. Its {@code type} is {@code about:blank} where the status says it all, and otherwise a
 * URN made of the title: programs may tell refusals apart by it.
 */
public final class Problems {
  /** What the type of a problem begins with, unless its status says it all. */
  public static final String TYPE = "urn:holdfast:problem:";

  private static final String VERSION = "version";
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_REQUIRED = 428;
  private static final int UNAVAILABLE = 503;

  private Problems() {}

  /** A parameter, a header or a field of a body that is not as it must be: 400. */
  public static HttpProblem refused(String field, String what, String remedy) {
    return of(BAD_REQUEST, reason(BAD_REQUEST), field, what, remedy).build();
  }

  /** What another try may end otherwise: 503, and when to ask again. */
  public static HttpProblem notNow(String title, String what, String remedy, Duration after) {
    return of(UNAVAILABLE, title, "service", what, remedy)
        .with("retryAfter", after.toSeconds())
        .withHeader(HttpHeaders.RETRY_AFTER, after.toSeconds())
        .build();
  }

  /**
   * A person's act that was decided on another version than the newest, 409, or on none, 428.
   *
   * @param version that was sent; null where none was
   * @param newest what is there now: it is told, to decide on
   */
  public static HttpProblem stale(@Nullable Long version, long newestVersion, Object newest) {
    var problem =
        version == null
            ? of(
                PRECONDITION_REQUIRED,
                "Version needed",
                VERSION,
                "is missing",
                "send the version that you decide on; the newest is " + newestVersion)
            : of(
                CONFLICT,
                "Changed in the meantime",
                VERSION,
                "is %d, and the newest is %d".formatted(version, newestVersion),
                "decide again from what is there now, and send its version");
    return problem.with("newest", newest).build();
  }

  /**
   * A problem that more can be said of. Card numbers are masked in it, and no character of it
   * forges a line.
   *
   * @param status of HTTP
   * @param title the kind of refusal, in a few words that never change
   * @param field the parameter, header or field of the body that is to blame
   * @param what is wrong, in words
   * @param remedy how to mend it, in words
   */
  public static HttpProblem.Builder of(
      int status, String title, String field, String what, String remedy) {
    return HttpProblem.builder()
        .withType(type(status, title))
        .withStatus(status)
        .withTitle(title)
        .withDetail(shown("%s: %s; %s".formatted(field, what, remedy)))
        .with("field", shown(field))
        .with("remedy", shown(remedy));
  }

  /** A text that somebody sent, as it may be said back. */
  static String shown(String text) {
    return Characters.printable(CardNumbers.masked(text));
  }

  static String reason(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Status " + status : known.getReasonPhrase();
  }

  private static URI type(int status, String title) {
    return title.equals(reason(status))
        ? URI.create("about:blank")
        : URI.create(
            TYPE
                + title
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("(^-|-$)", ""));
  }
}
