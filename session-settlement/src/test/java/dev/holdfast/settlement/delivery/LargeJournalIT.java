package dev.holdfast.settlement.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ServiceProcess;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What lists of the journal cost once it is large: what they read depends on what they show, not on
 * how much there is. With {@code -Dholdfast.journal.entries=1000000} as measured.md tells it.
 */
class LargeJournalIT {
  private static final int ENTRIES = Integer.getInteger("holdfast.journal.entries", 200_000);

  /** A row of balances for each day, account and CPO that is asked for, and some on top. */
  private static final long MOST_ROWS = 2 * 730 * 2 * 10;

  private static final int ROUNDS = 5;
  private static final String CPO = "cpo-3";

  private static final List<String> DOORS =
      List.of(
          "/trial-balance?from=2026-10-30&to=2026-10-31",
          "/trial-balance?from=2024-11-01&to=2026-10-31",
          "/trial-balance?from=2026-10-30&to=2026-10-31&cpo=" + CPO,
          "/journal",
          "/journal?from=2025-06-01&to=2025-06-30",
          "/journal?from=2025-06-01&to=2025-06-30&cpo=" + CPO);

  /** Partitions with closed days, and what is kept of these; what was not read has no rows. */
  private static final Pattern READS_ALL_CLOSED_DAYS =
      Pattern.compile(
          "Seq Scan on (day_balance|journal_entry_(2024|2025|2026_0|2026_10)).*\\(actual");

  /** What a door read, how long it took, and the plan that it was read by. */
  private record Cost(long rows, long nanos, List<String> plan) {}

  @Test
  void readsWhatItShows() throws Exception {
    try (Ground ground = Ground.start()) {
      var plans = Plans.of(ground);
      // Whoever checks the invariants reads all of it.
      var settings = Map.of("holdfast.invariants.delay", "24h");
      try (ServiceProcess service = ground.service("large-journal", settings)) {
        fill(ground, service);
        var costs = new LinkedHashMap<String, Cost>();
        for (String door : DOORS) {
          costs.put(door, cost(plans, service, door));
        }
        costs.forEach(LargeJournalIT::tell);
        assertThat(costs)
            .allSatisfy((door, cost) -> {
              assertThat(cost.rows).as(door).isLessThan(MOST_ROWS);
              assertThat(cost.plan)
                  .as(door)
                  .isNotEmpty()
                  .noneMatch(line -> READS_ALL_CLOSED_DAYS.matcher(line).find());
            });
      }
    }
  }

  private static void fill(Ground ground, ServiceProcess service) throws SQLException {
    ground.execute("select keep_months(date '2024-11-01', 24)");
    ground.execute(filled());
    for (int cpo = 0; cpo < 10; cpo++) {
      close(service, "cpo-" + cpo);
    }
    ground.execute("vacuum analyze");
  }

  private static void tell(String door, Cost cost) {
    System.out.printf("%-60s %8.1f ms %8d rows%n", door, cost.nanos / 1e6, cost.rows);
    Plans.nodes(cost.plan).forEach(node -> System.out.println("    " + node));
  }

  /** Two years of ten CPOs up to the end of October 2026, each payment captured. */
  private static String filled() {
    return """
    insert into journal_entry
      (entry_id, reference, session_id, cpo_id, cause, cause_version, booked_at, booking_day,
       accounts, sides, amounts, currencies, details)
    select gen_random_uuid(),
      cast(lpad(to_hex(cast(extract(epoch from at) * 1000 as bigint)), 12, '0')
        || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15) as uuid),
      'session-' || n, 'cpo-' || n %% 10, 'CAPTURED', '2', at, cast(at at time zone 'UTC' as date),
      '{RECEIVABLE_FROM_GATEWAY, RECEIVABLE_FROM_CARD_HOLDER}', '{DEBIT, CREDIT}', '{2340, 2340}',
      '{EUR, EUR}', '{null, null}'
    from (select n, timestamptz '2024-11-01T00:00:00Z' + n * interval '730 days' / %1$d as at
          from generate_series(0, %1$d - 1) n) moments
    """
        .formatted(ENTRIES);
  }

  private static void close(ServiceProcess service, String cpo) {
    given()
        .baseUri(service.url().toString())
        .contentType("application/json")
        .body(Map.of("by", "Ann", "reason", "the day is done"))
        .post("/days/{cpo}/{day}/closing", cpo, "2026-10-29")
        .then()
        .statusCode(200);
  }

  private static Cost cost(Plans plans, ServiceProcess service, String door) throws Exception {
    ask(service, door);
    List<String> plan = plans.last();
    long[] nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      nanos[round] = ask(service, door);
    }
    Arrays.sort(nanos);
    return new Cost(Plans.rowsRead(plan), nanos[ROUNDS / 2], plan);
  }

  private static long ask(ServiceProcess service, String door) {
    long begin = System.nanoTime();
    given().baseUri(service.url().toString()).get(door).then().statusCode(200);
    return System.nanoTime() - begin;
  }
}
