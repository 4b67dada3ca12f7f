package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.KeepDays;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The days on which the journal of a CPO counts: when they end, and which are closed. */
@Path("/days")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finance")
class DayResource {
  private final KeepDays keepDays;
  private final Clock clock;

  DayResource(KeepDays keepDays, Clock clock) {
    this.keepDays = keepDays;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary =
          "When the days of a CPO end, which is open, and the last hundred acts of closing: by whom"
              + " and why")
  public Uni<DaysAnswer> getDays(@Valid @BeanParam CpoQuery query) {
    return keepDays.of(query.cpo()).map(days -> answer(query.cpo(), days));
  }

  @PUT
  @Path("{cpo}/calendar")
  @Operation(
      summary =
          "Sets when the days of a CPO end from now on: a time zone and a time of day. What is"
              + " booked keeps its day")
  @APIResponse(responseCode = "200", description = "It is set")
  @APIResponse(
      responseCode = "409",
      description = "It was decided on another version than the newest, which is told")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<DaysAnswer> setCalendar(
      @Valid @BeanParam CpoPath path,
      @NotNull(message = Refusals.NO_BODY) @Valid CalendarRequest body) {
    var cutOff = body.cutOff().truncatedTo(ChronoUnit.MINUTES);
    return keepDays
        .set(path.cpo(), body.version(), body.timeZone(), cutOff, body.word(clock.instant()))
        .map(answer ->
            switch (answer) {
              case KeepDays.Setting.Done(var days) -> answer(path.cpo(), days);
              case KeepDays.Setting.Stale(var newest) ->
                  throw Problems.stale(
                      body.version(), newest.version(), answer(path.cpo(), newest));
            });
  }

  @POST
  @Path("{cpo}/{day}/closing")
  @Operation(
      summary =
          "Closes a day and the open ones before it: they never change again, what is booked later"
              + " gets the next open day; 409 where the day is closed, or has not begun")
  @APIResponse(responseCode = "200", description = "The day is closed")
  @APIResponse(responseCode = "404", description = "Nothing was ever booked for the CPO")
  @APIResponse(responseCode = "409", description = "The day is closed, or has not begun")
  public Uni<DaysAnswer> closeDay(
      @Valid @BeanParam CpoPath path,
      @PathParam("day") LocalDate day,
      @NotNull(message = Refusals.NO_BODY) @Valid ClosingRequest body) {
    return keepDays
        .close(path.cpo(), day, body.word(clock.instant()))
        .map(answer ->
            switch (answer) {
              case KeepDays.Answer.Done(var days) -> answer(path.cpo(), days);
              case KeepDays.Answer.Unknown() -> throw Refusals.unknownCpo(path.cpo());
              case KeepDays.Answer.Impossible(var why, var calendar) ->
                  throw Refusals.cannotBeClosed(day, why, calendar);
            });
  }

  private DaysAnswer answer(String cpoId, KeepDays.Days days) {
    return DaysAnswer.of(cpoId, days, clock.instant());
  }
}
