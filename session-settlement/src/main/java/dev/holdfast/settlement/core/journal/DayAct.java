package dev.holdfast.settlement.core.journal;

import java.time.Instant;

/** That a person closed days of a CPO, or set when they end: nobody did two at one moment. */
public record DayAct(String cpoId, Instant at) {}
