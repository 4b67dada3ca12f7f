package dev.holdfast.terminal.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.PathParam;

/** The terminal that a request is about. */
record SerialPath(
    @PathParam("serial") @Pattern(regexp = WellFormed.SERIAL, message = WellFormed.SERIAL_REMEDY)
        String serial) {}
