package dev.holdfast.settlement.core.report;

import java.util.Map;

/** A report, and how many of its lines came to what; a newer version may know more results. */
public record ReportSummary(ReportHeading heading, Map<String, Long> results) {}
