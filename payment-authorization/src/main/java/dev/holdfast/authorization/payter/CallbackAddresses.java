package dev.holdfast.authorization.payter;

import io.smallrye.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address of a payment's callbacks. The clouds sign nothing, so each address has a token of its
 * own, made from the secret and the reference: who has seen one can forge no other.
 */
@ApplicationScoped
class CallbackAddresses {
  static final String PATH = "/callbacks/payter";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET = 32;

  private final Optional<URI> url;
  private final Optional<byte[]> secret;

  CallbackAddresses(PayterSettings settings) {
    url = settings.callbacks().url();
    secret =
        settings
            .callbacks()
            .secret()
            .map(Secret::get)
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    if (url.isPresent() != secret.isPresent()
        || secret.filter(bytes -> bytes.length < SHORTEST_SECRET).isPresent()) {
      throw new IllegalArgumentException(
          "Set both holdfast.payter.callbacks.url and .secret, of %d characters or more, or neither"
              .formatted(SHORTEST_SECRET));
    }
  }

  /** Are callbacks asked for, and taken? */
  boolean isOffered() {
    return url.isPresent();
  }

  /** Where the cloud is to report on this payment; empty where callbacks are not offered. */
  Optional<String> addressFor(UUID reference) {
    return url.map(base ->
        "%s%s/%s/%s"
            .formatted(base.toString().replaceAll("/+$", ""), PATH, reference, token(reference)));
  }

  /** Is this the token of this payment? Takes as long for a wrong one as for the right one. */
  boolean isTokenOf(UUID reference, String token) {
    return isOffered()
        && MessageDigest.isEqual(
            token(reference).getBytes(StandardCharsets.US_ASCII),
            token.getBytes(StandardCharsets.UTF_8));
  }

  private String token(UUID reference) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.orElseThrow(), ALGORITHM));
      var code = mac.doFinal(reference.toString().getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(code);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
    }
  }
}
