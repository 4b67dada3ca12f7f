package dev.holdfast.authorization;

import dev.holdfast.testkit.CountedLine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the database has counted, by name. */
record Counted(Map<String, Double> counts) {
  /** A connection says what it has done within ten seconds, even if it does nothing more. */
  private static final Duration UNTIL_ALL_IS_COUNTED = Duration.ofSeconds(12);

  private static final String COUNTERS =
      """
      select 'commits', cast(xact_commit as float) from pg_stat_database
      where datname = current_database()
      union all select 'WAL bytes', pg_current_wal_lsn() - '0/0'
      union all select 'rows inserted', sum(n_tup_ins) from pg_stat_user_tables
      union all select 'rows updated', sum(n_tup_upd) from pg_stat_user_tables
      union all select 'rows deleted', sum(n_tup_del) from pg_stat_user_tables
      """;

  static Counted now() throws SQLException, InterruptedException {
    Thread.sleep(UNTIL_ALL_IS_COUNTED.toMillis());
    var counted = new TreeMap<>(Rows.numbers(COUNTERS));
    counted.put("statements", CountedLine.STATEMENTS.doubleValue());
    counted.put("begins and commits", CountedLine.WORDS.doubleValue());
    return new Counted(counted);
  }

  /** What was counted between the two, for each of so many. */
  Counted since(Counted before, int payments) {
    var each = new TreeMap<String, Double>();
    counts.forEach(
        (what, now) -> each.put(what, (now - before.counts.getOrDefault(what, 0.0)) / payments));
    return new Counted(each);
  }

  double of(String what) {
    return counts.getOrDefault(what, 0.0);
  }
}
