package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.postgres.JournalPages;
import dev.holdfast.settlement.postgres.PostedEntry;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** The journal: of one payment, or of some days. */
@Path("/journal")
@Tag(name = "journal")
class JournalResource {
  /** Entries that are in memory at once while the journal is downloaded. */
  private static final int READ_AT_ONCE = 1_000;

  private final JournalPages pages;

  JournalResource(JournalPages pages) {
    this.pages = pages;
  }

  @GET
  @Operation(
      summary =
          "With reference: all entries of that payment in the order of booking. Without: entries by"
              + " booking day, from and to included, the newest first")
  public Uni<List<JournalEntryView>> list(
      @QueryParam("reference") @Nullable String reference,
      @BeanParam JournalQuery query,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Page asked = Parameter.page(page, size);
    JournalPages.Filter filter = query.filter();
    Uni<List<PostedEntry>> entries =
        reference == null ? pages.list(filter, asked) : pages.of(Parameter.reference(reference));
    return entries.map(found -> found.stream().map(JournalEntryView::of).toList());
  }

  @GET
  @Path("export")
  @Produces("text/csv")
  @Operation(
      summary =
          "The same as CSV, a row a line of an entry, the oldest first: all that was booked when it"
              + " began, and of what is booked meanwhile what comes after the row it has reached")
  public RestMulti<String> export(@BeanParam JournalQuery query) {
    JournalPages.Filter filter = query.filter();
    return Download.<PostedEntry>of(
        "journal.csv",
        JournalCsv.TABLE.header(),
        last -> pages.after(last, filter, READ_AT_ONCE),
        page ->
            JournalCsv.TABLE.lines(
                page.stream().flatMap(entry -> JournalCsv.rows(entry, filter.currency()))));
  }
}
