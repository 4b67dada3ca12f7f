package dev.holdfast.settlement.core.report;

/** A line of the file, by its number; the header is line 1. */
public sealed interface FileLine {
  /** Where it begins. */
  int line();

  /** It says something. */
  record Parsed(int line, ReportLine said) implements FileLine {}

  /** It cannot be understood. */
  record Broken(int line, String remedy) implements FileLine {}
}
