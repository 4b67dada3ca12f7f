package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import jakarta.ws.rs.PathParam;

/** The CPO that a request is about. */
record CpoPath(@PathParam("cpo") @Words String cpo) {}
