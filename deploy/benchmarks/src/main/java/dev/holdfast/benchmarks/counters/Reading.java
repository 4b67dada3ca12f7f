package dev.holdfast.benchmarks.counters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the counters showed at a moment, or how far they moved between two.
 *
 * @param cpuMillis processor time by process
 * @param counts by what is counted; what could not be counted is absent
 */
public record Reading(Map<String, Long> cpuMillis, Map<String, Long> counts) {
  /** The name of the database server among the processes. */
  public static final String POSTGRESQL = "PostgreSQL";

  /** The name of the process that makes the load and reads the counters. */
  public static final String THIS_COMMAND = "this command";

  /** Committed transactions, those that only read among them. */
  public static final String COMMITS = "commits";

  /** Rows inserted in the three databases. */
  public static final String INSERTED = "rows inserted";

  /** Rows updated in the three databases. */
  public static final String UPDATED = "rows updated";

  /** Rows deleted in the three databases. */
  public static final String DELETED = "rows deleted";

  /** Bytes of write-ahead log of the whole server. */
  public static final String WAL_BYTES = "WAL bytes";

  /** Records of write-ahead log of the whole server. */
  public static final String WAL_RECORDS = "WAL records";

  /** Statements that the server ran in the three databases, BEGIN and COMMIT among them. */
  public static final String STATEMENTS = "statements";

  /** Answers that the database server sent, counted as TCP segments with data. */
  public static final String ROUND_TRIPS = "round trips to the database";

  /** Records on all topics. */
  public static final String RECORDS = "records on topics";

  /** Throwables that were made in the three services. */
  public static final String EXCEPTIONS = "exceptions";

  /** The maps keep their order. */
  public Reading {
    cpuMillis = new LinkedHashMap<>(cpuMillis);
    counts = new LinkedHashMap<>(counts);
  }

  /** The name under which one of several is counted apart. */
  public static String of(String what, String part) {
    return what + ": " + part;
  }

  /** How far each counter moved since an earlier reading; one that is missing there is left out. */
  public Reading since(Reading earlier) {
    return new Reading(moved(earlier.cpuMillis, cpuMillis), moved(earlier.counts, counts));
  }

  /** With another count. */
  public Reading with(String what, OptionalLong count) {
    Reading more = new Reading(cpuMillis, counts);
    count.ifPresent(known -> more.counts.put(what, known));
    return more;
  }

  /** So much of it for each of so many payments. */
  public OptionalDouble each(String what, int payments) {
    Long count = counts.get(what);
    return count == null || payments == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count / payments);
  }

  private static Map<String, Long> moved(Map<String, Long> from, Map<String, Long> to) {
    Map<String, Long> moved = new LinkedHashMap<>();
    to.forEach((what, now) -> {
      Long before = from.get(what);
      if (before != null) {
        moved.put(what, now - before);
      }
    });
    return moved;
  }
}
