package dev.holdfast.doors;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param after the {@code next} of the page before; absent for the first
 * @param size how many at most
 * @param count whether to count them all, up to {@link Page#COUNTED}
 */
public record Paging(
    @QueryParam("after")
        @Size(max = 200)
        @Parameter(description = "The next of the page before; left out, the first page")
        @Nullable String after,
    @QueryParam("size")
        @DefaultValue("50")
        @Min(1)
        @Max(LARGEST)
        @Parameter(description = "How many at most")
        int size,
    @QueryParam("count")
        @DefaultValue("false")
        @Parameter(description = "Whether to count them all, up to 1,000")
        boolean count) {
  /** The largest page. */
  public static final int LARGEST = 500;

  /**
   * Where the page begins, as the list reads it; null for the first page.
   *
   * @param reading throws at what no page has ever ended with, as {@link Texts} does
   */
  public <T> @Nullable T after(Function<String, T> reading) {
    if (after == null || after.isEmpty()) {
      return null;
    }
    try {
      return reading.apply(after);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw Problems.refused(
          "after",
          "'" + after + "' is the end of no page",
          "send the \"next\" of the page before, or leave it out");
    }
  }

  /** A list that can be read from any place on. */
  @FunctionalInterface
  public interface Listing<P, T> {
    /** At most so many behind that place, or the first ones. */
    Uni<List<T>> behind(@Nullable P place, int most);
  }

  /**
   * The page of a list that can be counted only by reading it.
   *
   * @param place see {@link #after(Function)}
   * @param next where one stands, as {@code place} reads it
   */
  public <P, T> Uni<Page<T>> page(
      Listing<P, T> list, Function<String, P> place, Function<T, String> next) {
    return list.behind(after(place), size + 1)
        .map(found -> Page.of(found, size, next))
        .chain(page ->
            counted(page, () -> list.behind(null, Page.COUNTED + 1).map(all -> (long) all.size())));
  }

  /** The page with how many there are on all, where that is asked for; nobody counts otherwise. */
  public <T> Uni<Page<T>> counted(Page<T> page, Supplier<Uni<Long>> all) {
    return count ? all.get().map(page::counted) : Uni.createFrom().item(page);
  }
}
