package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.journal.InvariantFinding;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invariant as it was last found.
 *
 * @param rows how many break it: none may
 * @param checkedAt when they were counted
 */
@Schema(
    examples =
        """
        {"invariant": "entries-balance", "rows": 0, "checkedAt": "2026-06-01T09:02:11Z"}
        """)
record InvariantAnswer(String invariant, long rows, Instant checkedAt) {
  static InvariantAnswer of(InvariantFinding finding) {
    return new InvariantAnswer(finding.invariant(), finding.rows(), finding.checkedAt());
  }
}
