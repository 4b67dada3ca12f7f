package dev.holdfast.terminal.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Where a page of a list begins, and how long it is. The size is text, since a number that is none
 * would be answered 404 without a word.
 *
 * @param after the last id of the page before: as fast for the last page as for the first
 */
record PageQuery(
    @QueryParam("after")
        @DefaultValue("")
        @Pattern(
            regexp = "|" + WellFormed.ID,
            message = "must be the \"next\" of the page before, or be left out")
        String after,
    @QueryParam("size")
        @DefaultValue("50")
        @Pattern(
            regexp = "[1-9][0-9]?|[1-4][0-9]{2}|500",
            message = "must be a number of lines, from 1 to 500")
        String size) {
  int limit() {
    return Integer.parseInt(size);
  }
}
