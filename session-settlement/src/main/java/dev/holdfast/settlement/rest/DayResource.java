package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.KeepDays;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.BookingCalendar.Closing;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The days on which the journal of a CPO counts: when they end, and which are closed. */
@Path("/days")
@Tag(name = "finance")
class DayResource {
  private final KeepDays keepDays;
  private final Clock clock;

  DayResource(KeepDays keepDays, Clock clock) {
    this.keepDays = keepDays;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "When the days of a CPO end, which is open, and which were closed by whom")
  public Uni<DaysView> of(@QueryParam("cpo") @Nullable String cpo) {
    String cpoId = Parameter.words("cpo", cpo);
    return keepDays.of(cpoId).map(days -> DaysView.of(cpoId, days, clock.instant()));
  }

  @PUT
  @Path("{cpo}/calendar")
  @Operation(
      summary =
          "Sets when the days of a CPO end from now on: a time zone and a time of day. What is"
              + " booked keeps its day")
  public Uni<DaysView> set(
      @PathParam("cpo") String cpo,
      @QueryParam("timeZone") @Nullable String timeZone,
      @QueryParam("cutOff") @Nullable String cutOff,
      @QueryParam("by") @Nullable String by,
      @QueryParam("reason") @Nullable String reason) {
    String cpoId = Parameter.words("cpo", cpo);
    ZoneId zone = TimeParameter.timeZone("timeZone", timeZone);
    LocalTime end = TimeParameter.timeOfDay("cutOff", cutOff);
    return keepDays
        .set(cpoId, zone, end, Parameter.word(by, reason, clock.instant()))
        .map(days -> DaysView.of(cpoId, days, clock.instant()));
  }

  @POST
  @Path("{cpo}/{day}/closing")
  @Operation(
      summary =
          "Closes a day and the open ones before it: they never change again, what is booked later"
              + " gets the next open day; 409 where the day is closed, or has not begun")
  public Uni<DaysView> close(
      @PathParam("cpo") String cpo,
      @PathParam("day") String day,
      @QueryParam("by") @Nullable String by,
      @QueryParam("reason") @Nullable String reason) {
    String cpoId = Parameter.words("cpo", cpo);
    LocalDate asked = TimeParameter.day("day", day);
    return keepDays
        .close(cpoId, asked, Parameter.word(by, reason, clock.instant()))
        .map(answer -> view(cpoId, asked, answer));
  }

  private DaysView view(String cpoId, LocalDate asked, KeepDays.Answer answer) {
    return switch (answer) {
      case KeepDays.Answer.Done(var days) -> DaysView.of(cpoId, days, clock.instant());
      case KeepDays.Answer.Unknown() ->
          throw Problems.of(
              Status.NOT_FOUND,
              "cpo",
              "nothing was ever booked for " + cpoId,
              "send the id of a CPO that has entries in the journal");
      case KeepDays.Answer.Impossible(var why, var calendar) ->
          throw Problems.of(
              Status.CONFLICT, "day", because(why, asked, calendar), "send a day that is open");
    };
  }

  private static String because(Closing why, LocalDate asked, BookingCalendar calendar) {
    return switch (why) {
      case ALREADY_CLOSED ->
          "%s is closed, as is all up to %s".formatted(asked, calendar.closedThrough());
      case NOT_BEGUN -> "%s has not begun in %s".formatted(asked, calendar.timeZone());
      case CLOSES -> throw new IllegalStateException("it can be closed");
    };
  }
}
