package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.List;

/** A new version of a settlement, what changed, and what is booked for it. */
public record Decision(Settlement after, Change change, List<JournalEntry> entries) {}
