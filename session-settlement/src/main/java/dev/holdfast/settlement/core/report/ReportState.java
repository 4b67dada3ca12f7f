package dev.holdfast.settlement.core.report;

/** Where a report stands. */
public enum ReportState {
  /** It is being read, or was cut off: then it is read when its file comes again. */
  READING,
  /** It is read and judged, and nothing of it is booked. */
  JUDGED,
  /** A person has booked it. */
  BOOKED,
  /** A person has booked it back: as if it had been judged only. */
  BOOKED_BACK
}
