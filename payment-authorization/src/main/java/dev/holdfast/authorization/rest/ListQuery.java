package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.core.HoldFilter;
import dev.holdfast.authorization.core.HoldFilter.Payment;
import dev.holdfast.authorization.core.HoldFilter.Period;
import dev.holdfast.authorization.core.HoldFilter.Trouble;
import dev.holdfast.authorization.core.Status;
import dev.holdfast.doors.CurrencyCode;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
 */
record ListQuery(
    @QueryParam("status") List<Status> status,
    @QueryParam("terminal") @Nullable String terminal,
    @QueryParam("cpo") @Nullable String cpo,
    @QueryParam("from") @Nullable Instant from,
    @QueryParam("to") @Nullable Instant to,
    @QueryParam("lastFour") @Pattern(regexp = "[0-9]{4}", message = "must be four digits")
        @Nullable String lastFour,
    @QueryParam("amount") @Nullable Long amount,
    @QueryParam("currency") @CurrencyCode @Nullable String currency,
    @QueryParam("unknown") @DefaultValue("false") boolean unknown,
    @QueryParam("attention") @DefaultValue("false") boolean attention,
    @QueryParam("expiring") @DefaultValue("false") boolean expiring) {
  /** As the rows are searched; with when a hold counts as expiring. */
  HoldFilter filter(Instant endsBefore) {
    return new HoldFilter(
        status.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet()),
        Optional.ofNullable(terminal),
        Optional.ofNullable(cpo),
        new Period(Optional.ofNullable(from), Optional.ofNullable(to)),
        Optional.of(endsBefore).filter(near -> expiring),
        new Payment(
            Optional.ofNullable(lastFour),
            Optional.ofNullable(amount),
            Optional.ofNullable(currency)),
        new Trouble(unknown, attention));
  }
}
