package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.DecideManualEntry.Decision;
import dev.holdfast.settlement.core.journal.ManualEntry.Verdict;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a second person decides about an entry that waits.
 *
 * @param version of the entry that it is decided on: without it nothing is decided
 * @param by who decides
 * @param reason why; kept with the entry, and published
 */
@Schema(
    examples =
        """
        {"version": 1, "by": "Ann", "reason": "agrees with the bank"}
        """)
record ManualDecisionRequest(@Nullable Long version, @Words String by, @Words String reason) {
  Decision decision(UUID entry, Verdict verdict, Instant now) {
    return new Decision(entry, version, verdict, new Word(by, reason, now));
  }
}
