package dev.holdfast.terminal.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.PathParam;

/** The CPO that a request is about. */
record CpoPath(
    @PathParam("cpoId") @Pattern(regexp = WellFormed.ID, message = WellFormed.ID_REMEDY)
        String cpoId) {}
