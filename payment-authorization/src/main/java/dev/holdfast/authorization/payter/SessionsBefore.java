package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The open sessions that stood at a terminal before its card's bank was asked: what is not among
 * them afterwards is new. They are kept as digests, as an id may read like a card number.
 */
record SessionsBefore(Set<String> digests) {
  private static final int MOST = 500;
  private static final int BYTES = 4;

  SessionsBefore {
    digests = Set.copyOf(digests);
  }

  /** As text; empty where the cloud did not tell, or told of more than can be kept. */
  static Optional<String> in(Reply list, Predicate<JsonNode> mayHold) {
    if (!list.isOk() || !list.body().isArray()) {
      return Optional.empty();
    }
    var digests =
        StreamSupport.stream(list.body().spliterator(), false)
            .filter(mayHold)
            .map(SessionsBefore::digest)
            .limit(MOST + 1L)
            .toList();
    return digests.size() > MOST ? Optional.empty() : Optional.of(String.join(" ", digests));
  }

  /** From text; empty where nobody looked. */
  static Optional<SessionsBefore> of(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(digests ->
            new SessionsBefore(Arrays.stream(digests.split(" ")).collect(Collectors.toSet())));
  }

  boolean has(JsonNode session) {
    return digests.contains(digest(session));
  }

  private static String digest(JsonNode session) {
    var id = session.path("sessionId").asText("").getBytes(StandardCharsets.UTF_8);
    try {
      var whole = MessageDigest.getInstance("SHA-256").digest(id);
      return HexFormat.of().formatHex(whole, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
