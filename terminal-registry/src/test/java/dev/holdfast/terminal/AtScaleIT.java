package dev.holdfast.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * With a hundred times the terminals, every answer is still found by an index: the database counts
 * the rows that it reads for it. The times are printed, not judged.
 */
class AtScaleIT {
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final int ROUNDS = 9;

  /** Rows read for an answer, whatever is asked for. */
  private static final long MOST_ROWS = MANY / 10;

  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final String NAME = "terminal-registry-at-scale";

  private static final List<String> DOORS =
      List.of(
          "/terminals",
          "/terminals?count=true",
          "/terminals?count=true&after=P68000000900",
          "/terminals?count=true&readiness=READY",
          "/terminals?count=true&readiness=NOT_READY",
          "/terminals?count=true&reason=NOT_ACTIVATED",
          "/terminals?count=true&reason=UNKNOWN_TO_VENDOR",
          "/terminals?count=true&reason=RETIRED",
          "/terminals?count=true&reason=VENDOR_DOWN",
          "/terminals?count=true&cpo=NL-7",
          "/terminals?count=true&cpo=NL-7&readiness=NOT_READY",
          "/terminals?count=true&q=P68",
          "/terminals?count=true&q=P68000000777",
          "/terminals?count=true&q=CH-77",
          "/terminals?count=true&q=nothing",
          "/terminals/P68000000777",
          "/terminals/P68000000777/bindings",
          "/terminals/P68000000777/diagnosis",
          "/terminals/P68NOBODY/diagnosis",
          "/cpos",
          "/cpos?count=true",
          "/cpos/NL-7");

  private record Cost(long rows, long nanos) {}

  @Test
  void readsNoMoreForAnAnswerWithAHundredTimesTheTerminals()
      throws SQLException, IOException, InterruptedException {
    var database = SharedInfrastructure.started().database(NAME);
    try (var service = ServiceProcess.start(Path.of("."), settings());
        var connection = connect(database);
        var http = HttpClient.newHttpClient()) {
      fill(connection, 1, FEW);
      var few = medianNanos(http, service.url());
      fill(connection, FEW + 1, MANY);
      var many = costs(http, service.url(), connection);
      print(few, many);
      assertThat(many).allSatisfy((_, cost) -> assertThat(cost.rows()).isLessThan(MOST_ROWS));
    }
  }

  private static Map<String, String> settings() {
    var settings = new HashMap<>(Stack.settings(SharedInfrastructure.started(), NAME));
    // Only the requests read the tables, all by one connection: its counts are asked for.
    settings.put("quarkus.scheduler.enabled", "false");
    settings.put("quarkus.datasource.reactive.max-size", "1");
    return settings;
  }

  private static Map<String, Long> medianNanos(HttpClient http, URI service)
      throws IOException, InterruptedException {
    var medians = new LinkedHashMap<String, Long>();
    for (var door : DOORS) {
      medians.put(door, medianNanos(http, service, door));
    }
    return medians;
  }

  private static Map<String, Cost> costs(HttpClient http, URI service, Connection connection)
      throws IOException, InterruptedException, SQLException {
    flushed(http, service);
    long before = rowsRead(connection);
    var costs = new LinkedHashMap<String, Cost>();
    for (var door : DOORS) {
      long nanos = medianNanos(http, service, door);
      flushed(http, service);
      long after = rowsRead(connection);
      costs.put(door, new Cost((after - before) / ROUNDS, nanos));
      before = after;
    }
    return costs;
  }

  private static long medianNanos(HttpClient http, URI service, String door)
      throws IOException, InterruptedException {
    var nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      nanos[round] = ask(http, service, door);
    }
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2];
  }

  private static long ask(HttpClient http, URI service, String door)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    var answer =
        http.send(HttpRequest.newBuilder(service.resolve(door)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(door + ": " + answer.body()).isEqualTo(200);
    return System.nanoTime() - begin;
  }

  /** A connection hands its counts over at the end of a statement, at most once a second. */
  private static void flushed(HttpClient http, URI service)
      throws IOException, InterruptedException {
    Thread.sleep(1_100);
    ask(http, service, "/vendors");
  }

  private static long rowsRead(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void fill(Connection connection, int from, int to) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : SEMICOLON.splitAsStream(rows(from, to)).toList()) {
        statement.execute(sql);
      }
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static void print(Map<String, Long> few, Map<String, Cost> many) {
    System.out.printf(
        "%-45s %8s %8s %8s %6s%n", "medians", FEW + " ms", MANY + " ms", "rows", "ratio");
    many.forEach((door, cost) -> {
      long less = Objects.requireNonNull(few.get(door));
      System.out.printf(
          "%-45s %8.2f %8.2f %8d %6.1f%n",
          door, less / 1e6, cost.nanos() / 1e6, cost.rows(), cost.nanos() / (double) less);
    });
  }

  /** Five payments a terminal; one terminal in twenty is not ready, one in 500 not activated. */
  private static String rows(int from, int to) {
    return """
    insert into cpo (cpo_id, version) select 'NL-' || n, 1 from generate_series(1, 100) n
    on conflict do nothing;

    insert into contract (cpo_id, environment, valid_from, agreed_by)
    select 'NL-' || n, 'ACCEPTANCE', '2020-01-01', 'paper' from generate_series(1, 100) n
    on conflict do nothing;

    insert into terminal (serial, version, changed_at, vendor, country, currency, cpo_id,
      charger_id, evse_ids, bound_since, retired, ready, reasons, hold_minor_units,
      hold_currency, over_commit, seen_in)
    select 'P68' || lpad(n::text, 9, '0'), 1, now(), 'PAYTER', 'NL', 'EUR', 'NL-' || n %% 100 + 1,
      'CH-' || n, array['E1'], now(), false, n %% 20 <> 0,
      case when n %% 500 = 0 then array['NOT_ACTIVATED']
           when n %% 20 = 0 then array['UNKNOWN_TO_VENDOR']
           else array[]::varchar[] end,
      5000, 'EUR', false, 'TEST'
    from generate_series(%1$d, %2$d) n;

    insert into vendor_fact (serial, vendor_environment, known, known_at, online, state,
      activated, configured)
    select 'P68' || lpad(n::text, 9, '0'), cloud, 'SEEN', now(), true, 'IDLE', true, true
    from generate_series(%1$d, %2$d) n, unnest(array['TEST', 'PRODUCTION']) cloud;

    insert into binding (serial, version, charger_id, evse_ids, cpo_id, valid_from)
    select serial, 1, charger_id, evse_ids, cpo_id, now() from terminal
    where serial >= 'P68' || lpad('%1$d', 9, '0');

    insert into payment (reference, version, serial, asked_at, changed_at, course, finished,
      troubled, good_at, under_way, suspect)
    select gen_random_uuid(), 4, 'P68' || lpad(n::text, 9, '0'), now() - m * interval '1 hour',
      now() - m * interval '1 hour', 'GOOD', true, false, now(), false, false
    from generate_series(%1$d, %2$d) n, generate_series(1, 5) m;

    insert into payment_hour (hour, finished, troubled)
    select date_trunc('hour', now()) - m * interval '1 hour', 100, 1
    from generate_series(1, 5) m on conflict do nothing;

    analyze
    """
        .formatted(from, to);
  }
}
