package dev.holdfast.settlement.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDv5 (RFC 9562, 5.5) in the namespace of the journal. */
public final class NamedUuid {
  /** Chosen once for the journal; another one would book everything anew. */
  private static final UUID JOURNAL = UUID.fromString("5d2f0a3e-8c57-4f0e-9a36-1f7f5b1f7c02");

  private NamedUuid() {}

  /** The id that this name has for ever. */
  public static UUID of(String name) {
    return of(JOURNAL, name.getBytes(UTF_8));
  }

  /** What is given to it goes into the id that this content has for ever. */
  public static MessageDigest digest(String name) {
    return digest(of(name));
  }

  /** The id of what was given to it. */
  public static UUID of(MessageDigest content) {
    return of(content.digest());
  }

  /** The id that this name has in a namespace. */
  public static UUID of(UUID namespace, String name) {
    return of(namespace, name.getBytes(UTF_8));
  }

  private static UUID of(UUID namespace, byte[] name) {
    return of(digest(namespace).digest(name));
  }

  private static MessageDigest digest(UUID namespace) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .array());
    return sha1;
  }

  private static UUID of(byte[] digest) {
    var hash = ByteBuffer.wrap(digest);
    long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
