package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.CheckInvariants.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invariant, and how many rows break it: each must find none. */
@Schema(examples = "{\"invariant\": \"entries-balance\", \"rows\": 0}")
record InvariantAnswer(String invariant, long rows) {
  static InvariantAnswer of(Finding finding) {
    return new InvariantAnswer(finding.invariant(), finding.rows());
  }
}
