package dev.holdfast.settlement.core;

import java.util.List;

/** A new version of a settlement, what changed, and what is booked for it. */
public record Step(Settlement after, Change change, List<JournalEntry> entries) {}
