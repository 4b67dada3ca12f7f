package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.core.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What to list.
 *
 * @param page counts from 0
 */
record ListQuery(
    @RestQuery Optional<String> status,
    @RestQuery Optional<String> terminal,
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
  Optional<Status> wantedStatus() {
    return status.map(name ->
        Arrays.stream(Status.values())
            .filter(known -> known.name().equals(name))
            .findAny()
            .orElseThrow(() -> Problems.badStatus(name)));
  }
}
