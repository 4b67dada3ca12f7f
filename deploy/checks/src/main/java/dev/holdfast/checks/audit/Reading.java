package dev.holdfast.checks.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Understands the records of one topic. */
final class Reading {
  private final Subject subject;
  private final WriterSchemas schemas;
  private final IdentityHashMap<Schema, Set<String>> known = new IdentityHashMap<>();

  Reading(Subject subject, WriterSchemas schemas) {
    this.subject = subject;
    this.schemas = schemas;
  }

  /** What a record says; the source is the service that wrote it, as far as that is told. */
  Said read(String source, byte @Nullable [] key, byte @Nullable [] value)
      throws WriterSchemas.Unreadable {
    GenericRecord record = schemas.read(value);
    Set<String> fields = known.computeIfAbsent(record.getSchema(), this::compared);
    Content content = Content.of(AvroContent.of(record, fields));
    return switch (subject.topic()) {
      case CPOS, TERMINALS, VENDORS, AUTHORIZATIONS, SETTLEMENTS ->
          new Said(Key.of(text(key)), version(record), content, fields);
      case JOURNAL -> new Said(entry(text(key), record), 1, content, fields);
      case BOOKING_DAYS -> new Said(act(record), 1, content, fields);
      case PARKED -> new Said(parked(source, record), 1, withoutRemark(content, record), fields);
      case SESSION_STARTED, SESSION_CLOSED ->
          throw new IllegalStateException(subject.name() + " is not written by this system");
    };
  }

  private Set<String> compared(Schema schema) {
    Set<String> names = new TreeSet<>(subject.compared());
    names.removeIf(name -> schema.getField(name) == null);
    return names;
  }

  private static long version(GenericRecord record) throws WriterSchemas.Unreadable {
    if (field(record, "version") instanceof Long version && version > 0) {
      return version;
    }
    throw new WriterSchemas.Unreadable("it has no version above zero");
  }

  private static Key entry(String key, GenericRecord record) throws WriterSchemas.Unreadable {
    String reference = String.valueOf(field(record, "reference"));
    if (!key.equals(reference)) {
      throw new WriterSchemas.Unreadable(
          "its key is %s and not its reference %s".formatted(key, reference));
    }
    return Key.of(String.valueOf(field(record, "entryId")));
  }

  /** Nobody did two things to a CPO's days at one moment. */
  private static Key act(GenericRecord record) throws WriterSchemas.Unreadable {
    return Key.of(field(record, "cpoId") + "/" + field(record, "occurredAt"));
  }

  private static Key parked(String source, GenericRecord record) throws WriterSchemas.Unreadable {
    return parked(
        source,
        "%s/%s/%s/%s"
            .formatted(
                field(record, "topic"),
                field(record, "partition"),
                field(record, "offset"),
                digest(field(record, "key"), field(record, "value"))));
  }

  /** Where the value is left out the error says so, too, in words that no table has. */
  private static Content withoutRemark(Content content, GenericRecord record)
      throws WriterSchemas.Unreadable {
    return field(record, "value") == null ? content.without("error") : content;
  }

  /** Several services may put the same record aside: each says so. */
  static Key parked(String source, String place) {
    return Key.of(source + ": " + place);
  }

  // As the table makes it of its row.
  private static String digest(@Nullable Object key, @Nullable Object value) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      update(md5, key);
      md5.update((byte) 0);
      update(md5, value);
      return HexFormat.of().formatHex(md5.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void update(MessageDigest digest, @Nullable Object bytes) {
    if (bytes instanceof ByteBuffer buffer) {
      digest.update(buffer.duplicate());
    }
  }

  private static @Nullable Object field(GenericRecord record, String name)
      throws WriterSchemas.Unreadable {
    if (!record.hasField(name)) {
      throw new WriterSchemas.Unreadable(
          "its schema %s has no field %s".formatted(record.getSchema().getFullName(), name));
    }
    return record.get(name);
  }

  private static String text(byte @Nullable [] key) throws WriterSchemas.Unreadable {
    if (key == null) {
      throw new WriterSchemas.Unreadable("it has no key");
    }
    return new String(key, StandardCharsets.UTF_8);
  }
}
