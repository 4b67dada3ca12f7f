package dev.holdfast.authorization.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a callback: {@code t=seconds,v1=hex,v1=hex}, an HMAC-SHA256 of {@code t.body}
 * with the endpoint's secret. Several v1 come while a secret is exchanged; other schemes are none.
 *
 * @param seconds when it was signed, as text: exactly this was signed
 */
record Signature(String seconds, List<byte[]> candidates) {
  /** Longer ago, or so far in the future, it may be a replay. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST = 2_000;

  /** What is wrong with a callback's signature; it says nothing that helps to forge one. */
  enum Verdict {
    GOOD,
    MALFORMED,
    OUT_OF_TIME,
    WRONG
  }

  static Verdict check(String header, byte[] body, String secret, Instant now) {
    var signature = parse(header);
    if (!signature.isComplete()) {
      return Verdict.MALFORMED;
    }
    if (!signature.matches(body, secret)) {
      return Verdict.WRONG;
    }
    return signature.isTimely(now) ? Verdict.GOOD : Verdict.OUT_OF_TIME;
  }

  private static Signature parse(String header) {
    var seconds = "";
    var candidates = new ArrayList<byte[]>();
    for (var part : header.substring(0, Math.min(header.length(), LONGEST)).split(",", -1)) {
      var field = part.strip();
      if (field.matches("t=[0-9]{1,12}")) {
        seconds = field.substring(2);
      } else if (field.matches("v1=[0-9a-f]{64}")) {
        candidates.add(HexFormat.of().parseHex(field.substring(3)));
      }
    }
    return new Signature(seconds, List.copyOf(candidates));
  }

  private boolean isComplete() {
    return !seconds.isEmpty() && !candidates.isEmpty();
  }

  private boolean isTimely(Instant now) {
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now).abs();
    return age.compareTo(TOLERANCE) <= 0;
  }

  /** Takes as long for a wrong signature as for a right one. */
  private boolean matches(byte[] body, String secret) {
    var expected = hmac(body, secret);
    boolean matches = false;
    for (var candidate : candidates) {
      matches |= MessageDigest.isEqual(expected, candidate);
    }
    return matches;
  }

  private byte[] hmac(byte[] body, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
    }
  }
}
