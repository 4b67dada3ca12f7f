package dev.holdfast.checks.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one version says, field by field, the same from whichever side it was read: names sorted,
 * and nothing for what is null or empty.
 */
record Content(Map<String, Object> fields) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Content of(Map<?, ?> said) {
    return new Content(pruned(said));
  }

  static Content ofJson(String text) {
    try {
      return of(JSON.readValue(text, Map.class));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A table's row is not the JSON that was asked for", broken);
    }
  }

  /** The fields of these names alone: who wrote it may not have known the others. */
  Content only(Collection<String> names) {
    Map<String, Object> some = new TreeMap<>(fields);
    some.keySet().retainAll(names);
    return new Content(some);
  }

  Content without(String name) {
    Map<String, Object> others = new TreeMap<>(fields);
    others.remove(name);
    return new Content(others);
  }

  /** Eight bytes that stand for all of it, so that not all of it must be kept. */
  long digest() {
    try {
      String text = JSON.writeValueAsString(fields);
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Each field that is not the same, in words; this is what the topic says. */
  List<String> differencesFrom(Content table) {
    List<String> words = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(fields.keySet());
    names.addAll(table.fields.keySet());
    for (String name : names) {
      String here = words(fields.get(name));
      String there = words(table.fields.get(name));
      if (!Objects.equals(here, there)) {
        words.add("%s is %s on the topic and %s in the table".formatted(name, here, there));
      }
    }
    return words;
  }

  private static String words(@Nullable Object value) {
    return value == null ? "nothing" : value.toString();
  }

  private static @Nullable Object canonical(@Nullable Object value) {
    // Not an exhaustive switch: Avro and Jackson say what they like.
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> emptyIsNothing(pruned(map));
      case Collection<?> list -> list.isEmpty() ? null : list.stream().map(Content::item).toList();
      case Number number -> number.toString();
      default -> value;
    };
  }

  private static Object item(@Nullable Object value) {
    Object canonical = canonical(value);
    return canonical == null ? "" : canonical;
  }

  private static @Nullable Object emptyIsNothing(Map<String, Object> map) {
    return map.isEmpty() ? null : map;
  }

  private static Map<String, Object> pruned(Map<?, ?> map) {
    Map<String, Object> kept = new TreeMap<>();
    map.forEach((name, value) -> {
      Object canonical = canonical(value);
      if (canonical != null) {
        kept.put(String.valueOf(name), canonical);
      }
    });
    return kept;
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
