package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import jakarta.ws.rs.QueryParam;

/** The CPO that is asked about. */
record CpoQuery(@QueryParam("cpo") @Words String cpo) {}
