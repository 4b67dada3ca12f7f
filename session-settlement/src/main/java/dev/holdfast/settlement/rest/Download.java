package dev.holdfast.settlement.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/**
 * A file of any length: a page is read once the client has taken the one before, so one page is in
 * memory, and a slow client holds neither a connection nor a snapshot of the database. Where the
 * first page fails, the answer is a problem; where a later one does, the connection breaks.
 */
final class Download<P> {
  static final String CSV = "text/csv";

  /** The next page after a row, or the first one; empty: there is none. */
  interface Pages<P> {
    Uni<List<P>> after(@Nullable P last);
  }

  private final Pages<P> pages;
  private P last;

  private Download(Pages<P> pages, P last) {
    this.pages = pages;
    this.last = last;
  }

  /** The header, and each page as text. */
  static <P> RestMulti<String> of(
      String fileName, String header, Pages<P> pages, Function<List<P>, String> text) {
    return RestMulti.fromUniResponse(
        pages.after(null),
        first ->
            Multi.createBy()
                .concatenating()
                .streams(
                    Multi.createFrom().item(header + text.apply(first)),
                    following(pages, first).map(text)),
        first ->
            Map.of(
                "Content-Disposition",
                List.of("attachment; filename=\"" + fileName + "\""),
                "Content-Type",
                List.of(CSV + ";charset=UTF-8;header=present")));
  }

  private static <P> Multi<List<P>> following(Pages<P> pages, List<P> first) {
    return first.isEmpty()
        ? Multi.createFrom().empty()
        : Multi.createBy()
            .repeating()
            .uni(() -> new Download<>(pages, first.getLast()), Download::next)
            .whilst(page -> !page.isEmpty())
            .select()
            .where(page -> !page.isEmpty());
  }

  private Uni<List<P>> next() {
    return pages
        .after(last)
        .invoke(page -> {
          if (!page.isEmpty()) {
            last = page.getLast();
          }
        });
  }
}
