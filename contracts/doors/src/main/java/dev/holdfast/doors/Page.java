package dev.holdfast.doors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to send as {@code after} to get the next page; absent on the last one
 * @param total how many there are on all pages; absent unless it was asked for with {@code
 *     count=true}
 * @param totalIsExact false where there are more than {@link #COUNTED} and no more were counted;
 *     absent as the total is
 * @param unreadable those of this page that only a newer version of the service can read; absent
 *     but while two versions run, or after a return to an older one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Page<T>(
    @JsonInclude List<T> items,
    @Nullable String next,
    @Nullable Long total,
    @Nullable Boolean totalIsExact,
    @Nullable List<Unreadable> unreadable) {
  /** So many are counted at most. */
  public static final int COUNTED = 1_000;

  /** One that is left alone, and why. */
  public record Unreadable(String id, String why) {}

  /**
   * A page of at most so many.
   *
   * @param found in their order; one more than the page holds where another page follows
   * @param id of one, as {@code after} takes it
   */
  public static <T> Page<T> of(List<T> found, int size, Function<T, String> id) {
    boolean more = found.size() > size;
    List<T> items = List.copyOf(more ? found.subList(0, size) : found);
    return new Page<>(items, more ? id.apply(items.getLast()) : null, null, null, List.of());
  }

  /**
   * The same page with how many there are on all; {@code counted} may be above {@link #COUNTED}.
   */
  public Page<T> counted(long counted) {
    return new Page<>(items, next, Math.min(counted, COUNTED), counted <= COUNTED, unreadable);
  }

  /** The same page of what each of its items becomes. */
  public <R> Page<R> map(Function<T, R> answer) {
    return new Page<>(items.stream().map(answer).toList(), next, total, totalIsExact, unreadable);
  }

  /** The same page of what can be shown of its items, and of why it cannot. */
  public <R> Page<R> split(
      Function<T, Stream<R>> readable, Function<T, Stream<Unreadable>> unreadable) {
    return new Page<>(
        items.stream().flatMap(readable).toList(),
        next,
        total,
        totalIsExact,
        items.stream().flatMap(unreadable).toList());
  }

  /** A list that is short enough to be one page. */
  public static <T> Page<T> whole(List<T> all) {
    return new Page<>(all, null, null, null, null);
  }
}
