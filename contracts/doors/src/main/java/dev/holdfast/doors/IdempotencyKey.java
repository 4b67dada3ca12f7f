package dev.holdfast.doors;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.regex.Pattern;

/**
 * The key by which a request asks for something once: sent again with the same body, it asks for
 * nothing new.
 */
public final class IdempotencyKey {
  /** The header. */
  public static final String NAME = "Idempotency-Key";

  private static final int CONFLICT = 409;
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,100}");

  private IdempotencyKey() {}

  /** Is it 1 to 100 visible characters? */
  public static boolean isAcceptable(String sent) {
    return VISIBLE.matcher(sent).matches();
  }

  /**
   * 400: there is none that is acceptable.
   *
   * @param wrong what is wrong with it
   * @param what is asked for once for each key: a request, a refund
   */
  public static HttpProblem refused(String wrong, String what) {
    return Problems.refused(
        NAME, wrong, "send a fresh random key, for example a UUID, for each new " + what);
  }

  /**
   * 409: something else was asked for with it.
   *
   * @param wrong what that was
   */
  public static HttpProblem reused(String wrong) {
    return Problems.of(
            CONFLICT,
            "Idempotency key reused",
            NAME,
            wrong,
            "send the same body as before, or a fresh key")
        .build();
  }
}
