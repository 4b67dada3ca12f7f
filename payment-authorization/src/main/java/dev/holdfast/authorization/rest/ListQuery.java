package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.core.HoldFilter;
import dev.holdfast.authorization.core.HoldFilter.Payment;
import dev.holdfast.authorization.core.HoldFilter.Period;
import dev.holdfast.authorization.core.HoldFilter.Trouble;
import dev.holdfast.authorization.core.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What to list.
 *
 * @param status one or several
 * @param from asked for at this moment (ISO 8601, UTC) or later
 * @param to asked for before this moment
 * @param lastFour of the card
 * @param amount asked for, held or taken, in minor units
 * @param currency of the amounts
 * @param unknown only those where nobody knows what the gateway did last
 * @param attention only those that a person must look at
 * @param expiring only holds whose end is near and that nobody has decided on
 * @param page counts from 0
 */
record ListQuery(
    @RestQuery List<String> status,
    @RestQuery Optional<String> terminal,
    @RestQuery Optional<String> cpo,
    @RestQuery Optional<String> from,
    @RestQuery Optional<String> to,
    @RestQuery
        Optional<@Pattern(regexp = "[0-9]{4}", message = "must be four digits") String> lastFour,
    @RestQuery
        Optional<
                @Pattern(
                    regexp = "[0-9]{1,10}",
                    message = "must be in minor units (5000 is 50.00 EUR)")
                String>
            amount,
    @RestQuery
        Optional<
                @Pattern(
                    regexp = "[A-Z]{3}",
                    message = "must be an ISO 4217 currency code in capitals, for example EUR")
                String>
            currency,
    @RestQuery @DefaultValue("false") boolean unknown,
    @RestQuery @DefaultValue("false") boolean attention,
    @RestQuery @DefaultValue("false") boolean expiring,
    @RestQuery
        @DefaultValue("0")
        @Min(value = 0, message = "must be 0 or more")
        @Max(value = 10_000, message = "must be at most {value}: narrow the list by a filter")
        int page,
    @RestQuery
        @DefaultValue("50")
        @Min(value = 1, message = "must be 1 or more")
        @Max(value = 200, message = "must be at most {value}")
        int size) {

  /** As the rows are searched; with when a hold counts as expiring. */
  HoldFilter filter(Instant endsBefore) {
    return new HoldFilter(
        status.stream().map(ListQuery::status).collect(Collectors.toUnmodifiableSet()),
        terminal,
        cpo,
        new Period(from.map(text -> instant("from", text)), to.map(text -> instant("to", text))),
        Optional.of(endsBefore).filter(near -> expiring),
        new Payment(lastFour, amount.map(Long::valueOf), currency),
        new Trouble(unknown, attention));
  }

  private static Status status(String name) {
    return Arrays.stream(Status.values())
        .filter(known -> known.name().equals(name))
        .findAny()
        .orElseThrow(() -> Problems.badStatus(name));
  }

  private static Instant instant(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException wrong) {
      throw Problems.badMoment(field, text);
    }
  }
}
