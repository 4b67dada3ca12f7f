package dev.holdfast.settlement.rest;

import dev.holdfast.doors.IdempotencyKey;
import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.DecideManualEntry;
import dev.holdfast.settlement.DecideManualEntry.Decision;
import dev.holdfast.settlement.ShowManualEntries;
import dev.holdfast.settlement.WriteManualEntry;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.ManualEntry.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** What people book by hand: one asks, and above a limit a second one approves. */
@Path("/manual-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finance")
class ManualEntryResource {
  private final WriteManualEntry writeManualEntry;
  private final DecideManualEntry decideManualEntry;
  private final ShowManualEntries showManualEntries;
  private final Clock clock;

  ManualEntryResource(
      WriteManualEntry writeManualEntry,
      DecideManualEntry decideManualEntry,
      ShowManualEntries showManualEntries,
      Clock clock) {
    this.writeManualEntry = writeManualEntry;
    this.decideManualEntry = decideManualEntry;
    this.showManualEntries = showManualEntries;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary =
          "Entries that people want booked, or have booked, the newest first, a page at a time;"
              + " state=WAITING shows what waits for a second person")
  public Uni<Page<ManualEntryAnswer>> listManualEntries(
      @Valid @BeanParam ManualEntryQuery query, @Valid @BeanParam Paging paging) {
    return paging
        .page(
            (after, most) -> showManualEntries.list(after, query.filter(), most),
            Places::ofManualEntry,
            Places::text)
        .map(page -> page.map(ManualEntryAnswer::of));
  }

  @GET
  @Path("{entry}")
  @Operation(summary = "One of them")
  public Uni<ManualEntryAnswer> getManualEntry(@PathParam("entry") UUID entry) {
    return showManualEntries
        .one(entry)
        .map(found -> ManualEntryAnswer.of(found.orElseThrow(() -> ManualRefusals.unknown(entry))));
  }

  @POST
  @Operation(
      summary =
          "Asks for an entry: lines for a CPO, or the reversal of one. Up to the limit of its"
              + " currency it is booked at once, else it waits for a second person. The same"
              + " Idempotency-Key and body give the same entry")
  @APIResponse(responseCode = "200", description = "It is BOOKED, or WAITING")
  @APIResponse(responseCode = "404", description = "Nothing was ever booked for the CPO")
  @APIResponse(
      responseCode = "409",
      description = "The key was used, the day is not open, or it is reversed already")
  @APIResponse(
      responseCode = "422",
      description = "Debits are not credits, or what it reverses is not booked")
  public Uni<ManualEntryAnswer> writeManualEntry(
      @Parameter(
              description =
                  "A fresh random text of 1 to 100 visible characters for each new entry; sent"
                      + " again with the same body, it asks for nothing new")
          @RestHeader(IdempotencyKey.NAME)
          Optional<String> idempotencyKey,
      @NotNull(message = Refusals.NO_BODY) @Valid ManualEntryRequest body) {
    String key =
        idempotencyKey
            .filter(IdempotencyKey::isAcceptable)
            .orElseThrow(() -> Refusals.keyNeeded("entry"));
    return writeManualEntry
        .write(body.wish(key, clock.instant()))
        .map(ManualEntryResource::written)
        .map(ManualEntryAnswer::of);
  }

  @POST
  @Path("{entry}/approval")
  @Operation(summary = "A second person approves an entry that waits: it is booked")
  @APIResponse(responseCode = "200", description = "It is booked, now or since the first time")
  @APIResponse(
      responseCode = "409",
      description =
          "It does not wait, the same person asked for it, its day was closed, or it was decided"
              + " on another version than the newest, which is told")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<ManualEntryAnswer> approveManualEntry(
      @PathParam("entry") UUID entry,
      @NotNull(message = Refusals.NO_BODY) @Valid DecisionRequest body) {
    return decided(entry, Verdict.APPROVE, body);
  }

  @POST
  @Path("{entry}/rejection")
  @Operation(summary = "A person rejects an entry that waits: it is never booked")
  @APIResponse(responseCode = "200", description = "It is rejected, now or since the first time")
  @APIResponse(
      responseCode = "409",
      description =
          "It does not wait, or it was decided on another version than the newest, which is told")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<ManualEntryAnswer> rejectManualEntry(
      @PathParam("entry") UUID entry,
      @NotNull(message = Refusals.NO_BODY) @Valid DecisionRequest body) {
    return decided(entry, Verdict.REJECT, body);
  }

  private Uni<ManualEntryAnswer> decided(UUID entry, Verdict verdict, DecisionRequest body) {
    return decideManualEntry
        .decide(new Decision(entry, body.version(), verdict, body.word(clock.instant())))
        .map(answer -> ManualEntryAnswer.of(decided(entry, body, answer)));
  }

  private static ManualEntry written(WriteManualEntry.Answer answer) {
    return switch (answer) {
      case WriteManualEntry.Answer.Done(var entry) -> entry;
      case WriteManualEntry.Answer.KeyTaken() -> throw Refusals.keyTaken("entry");
      case WriteManualEntry.Answer.UnknownCpo(var cpoId) -> throw Refusals.unknownCpo(cpoId);
      case WriteManualEntry.Answer.NotReversible(var id) -> throw ManualRefusals.notReversible(id);
      case WriteManualEntry.Answer.ReversedAlready() -> throw ManualRefusals.reversedAlready();
      case WriteManualEntry.Answer.DayNotOpen(var calendar) ->
          throw ManualRefusals.dayNotOpen(calendar);
    };
  }

  private static ManualEntry decided(
      UUID id, DecisionRequest body, DecideManualEntry.Answer answer) {
    return switch (answer) {
      case DecideManualEntry.Answer.Done(var entry) -> entry;
      case DecideManualEntry.Answer.Unknown() -> throw ManualRefusals.unknown(id);
      case DecideManualEntry.Answer.ReversedAlready() -> throw ManualRefusals.reversedAlready();
      case DecideManualEntry.Answer.DayNotOpen(var calendar) ->
          throw ManualRefusals.dayNotOpen(calendar);
      case DecideManualEntry.Answer.Hindered(var why, var newest) ->
          throw switch (why) {
            case STALE ->
                Problems.stale(body.version(), newest.version(), ManualEntryAnswer.of(newest));
            case SAME_PERSON -> Refusals.samePerson("entry");
            case DECIDED -> ManualRefusals.decided(newest);
          };
    };
  }
}
