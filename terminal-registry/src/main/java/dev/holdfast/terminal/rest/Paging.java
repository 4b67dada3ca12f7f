package dev.holdfast.terminal.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Which page of a list, and how long it is. Text, since a number that is none would be answered 404
 * without a word.
 */
record Paging(
    @QueryParam("page")
        @DefaultValue("0")
        @Pattern(regexp = "[0-9]{1,6}", message = "must be a page number, from 0 to 999999")
        String page,
    @QueryParam("size")
        @DefaultValue("50")
        @Pattern(
            regexp = "[1-9][0-9]?|[1-4][0-9]{2}|500",
            message = "must be a number of lines, from 1 to 500")
        String size) {
  int number() {
    return Integer.parseInt(page);
  }

  int limit() {
    return Integer.parseInt(size);
  }
}
