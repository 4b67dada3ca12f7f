package dev.holdfast.doors;

import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context header: the trace is handed on, with a new span for what is said next. */
public final class Traceparent {
  /** The name of the header. */
  public static final String HEADER = "traceparent";

  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private Traceparent() {}

  /** Is it one? Its ids are random: one of digits only may look like a card number, and is none. */
  public static boolean isValid(String header) {
    return VALID.matcher(header).matches();
  }

  /**
   * A child of the given header; the root of a new trace where there is none or it is malformed.
   */
  public static String childOf(@Nullable String parent) {
    return parent != null && isValid(parent)
        ? parent.substring(0, 36) + hex(8) + parent.substring(52)
        : "00-" + hex(16) + "-" + hex(8) + "-01";
  }

  private static String hex(int size) {
    Random random = ThreadLocalRandom.current();
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    bytes[0] |= 1; // all zeros means "invalid" to the standard
    return HexFormat.of().formatHex(bytes);
  }
}
