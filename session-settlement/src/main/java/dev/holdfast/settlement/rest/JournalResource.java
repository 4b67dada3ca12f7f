package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.settlement.ShowJournal;
import dev.holdfast.settlement.ShowJournal.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** The journal: of one payment, or of some days. */
@Path("/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "journal")
class JournalResource {
  /** Entries that are in memory at once while the journal is downloaded. */
  private static final int READ_AT_ONCE = 1_000;

  private final ShowJournal showJournal;

  JournalResource(ShowJournal showJournal) {
    this.showJournal = showJournal;
  }

  @GET
  @Operation(
      summary =
          "Entries of one payment, or by booking day, from and to included; the newest first, a"
              + " page at a time")
  public Uni<Page<JournalEntryAnswer>> listJournal(
      @Valid @BeanParam JournalQuery query, @Valid @BeanParam Paging paging) {
    var filter = query.filter();
    return showJournal
        .newest(paging.after(Places::ofEntry), filter, paging.size() + 1)
        .map(found -> Page.of(found, paging.size(), entry -> Places.text(entry.place())))
        .map(page -> page.map(JournalEntryAnswer::of))
        .chain(page -> paging.counted(page, () -> showJournal.count(filter, Page.COUNTED + 1)));
  }

  @GET
  @Path("export")
  @Produces(Download.CSV)
  @Operation(
      summary =
          "The same as CSV, a row a line of an entry, the oldest first: all that was booked when it"
              + " began, and of what is booked meanwhile what comes after the row it has reached")
  @APIResponse(
      responseCode = "200",
      description = "journal.csv",
      content =
          @Content(
              mediaType = Download.CSV,
              schema = @Schema(type = SchemaType.STRING, examples = JournalCsv.EXAMPLE)))
  public RestMulti<String> exportJournal(
      @Valid @BeanParam JournalQuery query, @Valid @BeanParam CsvManner manner) {
    var filter = query.filter();
    return Download.<Entry>of(
        "journal.csv",
        JournalCsv.TABLE.header(manner),
        last -> showJournal.oldest(last == null ? null : last.place(), filter, READ_AT_ONCE),
        page ->
            JournalCsv.TABLE.lines(
                page.stream().flatMap(entry -> JournalCsv.rows(entry, filter.currency())), manner));
  }
}
