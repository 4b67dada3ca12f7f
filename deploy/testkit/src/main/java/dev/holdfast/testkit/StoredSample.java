package dev.holdfast.testkit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row as some version stored it.
 *
 * @param kind which reader reads it
 * @param name tells it from others of its kind
 * @param columns their texts, by column; none that is null
 */
public record StoredSample(String kind, String name, SortedMap<String, String> columns) {
  StoredSample with(String column, String text, String what) {
    var changed = new TreeMap<>(columns);
    changed.put(column, text);
    return new StoredSample(kind, name + " with " + what, changed);
  }

  /** What became of it under a reader. */
  public sealed interface Verdict {
    /** It was understood, and written back it is the same. */
    record Read() implements Verdict {}

    /** Its reader leaves it to a newer version. */
    record Left(String why) implements Verdict {}

    /** It was read, and written back something of it is gone or other. */
    record Lost(Map<String, String> before, Map<String, String> after) implements Verdict {}

    /** Its reader failed in another way. */
    record Failed(RuntimeException failure) implements Verdict {}
  }
}
