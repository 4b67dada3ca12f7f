package dev.holdfast.terminal.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were looked for. One that this version cannot read - a newer one wrote it, or it is
 * broken - is left alone, and keeps no other from being read.
 *
 * @param ids of all of them, in the database's order
 * @param read those that were read, by id
 * @param left why each of the others was not, in a sentence for a person, by id
 */
public record Rows<T>(
    List<String> ids, SequencedMap<String, T> read, SequencedMap<String, String> left) {
  /** One that was read. */
  public static <T> Rows<T> of(String id, T read) {
    return new Rows<>(List.of(id), new LinkedHashMap<>(Map.of(id, read)), new LinkedHashMap<>());
  }

  /** The one that was looked for; empty where there is none. */
  public Optional<T> one() {
    left.values().stream()
        .findFirst()
        .ifPresent(why -> {
          throw new Unreadable(why);
        });
    return read.values().stream().findFirst();
  }

  /** The same rows, each as something else. */
  public <U> Rows<U> map(Function<T, U> change) {
    var changed = new LinkedHashMap<String, U>();
    read.forEach((id, each) -> changed.put(id, change.apply(each)));
    return new Rows<>(ids, changed, left);
  }

  /** Why the row of that id is left alone; null where it is not, or was not looked for. */
  public @Nullable String whyLeft(@Nullable String id) {
    return left.get(id);
  }

  /** The row that somebody asks for cannot be read by this version, and so is left as it is. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unreadable(String why) {
      super(why);
    }
  }
}
