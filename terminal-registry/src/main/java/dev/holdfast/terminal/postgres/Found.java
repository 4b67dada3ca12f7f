package dev.holdfast.terminal.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were looked for. One that this version cannot read - a newer one wrote it, or it is
 * broken - is left alone, and keeps no other from being read.
 *
 * @param ids of all of them, in the database's order
 * @param read those that were read, by id
 * @param left why each of the others was not, in a sentence for a person, by id
 */
public record Found<T>(
    List<String> ids, SequencedMap<String, T> read, SequencedMap<String, String> left) {
  private static final Logger LOG = Logger.getLogger(Found.class);

  /** One that was read. */
  public static <T> Found<T> of(String id, T read) {
    return new Found<>(List.of(id), new LinkedHashMap<>(Map.of(id, read)), new LinkedHashMap<>());
  }

  static <R, T> Found<T> of(List<R> rows, Function<R, String> id, Function<R, T> read) {
    var found =
        new Found<T>(rows.stream().map(id).toList(), new LinkedHashMap<>(), new LinkedHashMap<>());
    rows.forEach(row -> found.take(row, id.apply(row), read));
    return found;
  }

  private <R> void take(R row, String id, Function<R, T> reader) {
    try {
      read.put(id, reader.apply(row));
    } catch (WrittenByNewer newer) {
      LOG.warnf("Left alone: %s", newer.getMessage());
      left.put(id, String.valueOf(newer.getMessage()));
    } catch (RuntimeException broken) {
      LOG.errorf(broken, "%s cannot be read and is left alone", id);
      left.put(id, id + " cannot be read: the log of this service says why");
    }
  }

  /** The one that was looked for; empty where there is none. */
  public Optional<T> one() {
    left.values().stream()
        .findFirst()
        .ifPresent(why -> {
          throw new LeftAlone(why);
        });
    return read.values().stream().findFirst();
  }

  /** The same rows, each as something else. */
  public <U> Found<U> map(Function<T, U> change) {
    var changed = new LinkedHashMap<String, U>();
    read.forEach((id, each) -> changed.put(id, change.apply(each)));
    return new Found<>(ids, changed, left);
  }

  /** Why the row of that id is left alone; null where it is not, or was not looked for. */
  public @Nullable String whyLeft(@Nullable String id) {
    return left.get(id);
  }
}
