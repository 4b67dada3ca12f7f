package dev.holdfast.settlement.delivery;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.settlement.postgres.Invariant;
import dev.holdfast.testkit.ServiceProcess;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of many captures is one file, and the service's heap is small. How many: {@code
 * -Dholdfast.report.captures=200000}; which heap: {@code -Dholdfast.report.heap=-Xmx256m}.
 */
class LargeReportIT {
  private static final Logger LOG = Logger.getLogger(LargeReportIT.class);
  private static final int CAPTURES = Integer.getInteger("holdfast.report.captures", 20_000);
  private static final String HEAP = System.getProperty("holdfast.report.heap", "-Xmx192m");
  private static final String HEADER = "Session ID,Type,Currency,Amount,Fee,Payout ID,Date,Rest\n";

  /** As long as what the gateways write of a line, most of it in columns that nobody reads. */
  private static final String REST = "x".repeat(120);

  @Test
  void readsAndBooksAllOfItAndTellsHowFarItIs(@TempDir Path folder)
      throws SQLException, IOException {
    try (Ground ground = Ground.start();
        ServiceProcess service = ground.service("one", Map.of(), HEAP)) {
      ground.execute(
          """
          with moved as (
            insert into movement (reference, attempt, kind, gateway, gateway_reference, cpo_id,
              currency, minor_units, moved_at)
            select gen_random_uuid(), 2, 'CAPTURE', 'PAYTER', 'movement-' || n, 'cpo-7', 'EUR',
              2340, now() from generate_series(1, %d) n
            returning *)
          insert into journal_entry (entry_id, reference, cpo_id, cause, cause_version, booked_at,
            booking_day, accounts, sides, amounts, currencies, details)
          select gen_random_uuid(), reference, cpo_id, 'CAPTURED', attempt, moved_at,
            (moved_at at time zone 'UTC')::date,
            '{RECEIVABLE_FROM_GATEWAY, RECEIVABLE_FROM_CARD_HOLDER}', '{DEBIT, CREDIT}',
            '{2340, 2340}', '{EUR, EUR}', '{null, null}'
          from moved
          """
              .formatted(CAPTURES));
      Path file = written(folder.resolve("report.csv"));

      var reading = watched(service, "read and judged", read(service, file));
      assertThat(reading.steps()).contains("READING", "MATCHING", "JUDGING");
      assertThat(ground.count("select count(*) from report_line where result = 'MATCHED'"))
          .isEqualTo(CAPTURES + 1);
      var booking = watched(service, "booked", act(service, reading.report, "booking", 1));
      assertThat(booking.steps()).contains("MATCHING", "JUDGING", "BOOKING");
      assertThat(ground.count("select count(*) from journal_entry where cause = 'PAID_OUT'"))
          .isEqualTo(CAPTURES);
      assertThat(ground.count("select count(*) from movement where not is_reported")).isZero();
      watched(service, "booked back", act(service, reading.report, "reversal", 2));
      assertThat(ground.count("select count(*) from journal_entry where cause = 'CORRECTED'"))
          .isEqualTo(
              ground.count(
                  "select count(*) from journal_entry where cause not in ('CORRECTED', 'CAPTURED')"));
      for (Invariant invariant : Invariant.values()) {
        assertThat(ground.count(invariant.count())).as(invariant.name()).isZero();
      }
    }
  }

  /** What came of it, and what was seen of the report meanwhile: step, done, total. */
  private record Seen(String report, List<Map<String, Object>> progress) {
    private Set<String> steps() {
      assertThat(progress)
          .allSatisfy(one -> {
            assertThat(one).containsEntry("total", CAPTURES + 2);
            assertThat((Integer) one.get("done")).isBetween(1, CAPTURES + 2);
          });
      return progress.stream().map(one -> (String) one.get("step")).collect(toSet());
    }
  }

  /** Not by REST Assured in both threads: its classes wait for each other when they are loaded. */
  private static Seen watched(ServiceProcess service, String what, HttpRequest.Builder request) {
    Instant begin = Instant.now();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.sendAsync(request.build(), BodyHandlers.ofString());
      var seen = new ArrayList<Map<String, Object>>();
      while (!answer.isDone()) {
        List<Map<String, Object>> told = to(service).get("/reports").path("items.progress");
        told.stream().filter(Objects::nonNull).forEach(seen::add);
      }
      LOG.infof("%d captures: %s in %s", CAPTURES, what, Duration.between(begin, Instant.now()));
      assertThat(answer.join().statusCode()).as(answer.join().body()).isEqualTo(200);
      String id = JsonPath.from(answer.join().body()).getString("reportId");
      to(service).get("/reports/{id}", id).then().body("progress", nullValue());
      return new Seen(id, seen);
    }
  }

  private static HttpRequest.Builder read(ServiceProcess service, Path file) throws IOException {
    return HttpRequest.newBuilder(service.url().resolve("/reports?gateway=PAYTER"))
        .header("Content-Type", "text/csv")
        .POST(BodyPublishers.ofFile(file));
  }

  private static HttpRequest.Builder act(
      ServiceProcess service, String report, String what, int version) {
    String body =
        "{\"version\": %d, \"by\": \"Ines\", \"reason\": \"it agrees\"}".formatted(version);
    return HttpRequest.newBuilder(service.url().resolve("/reports/" + report + "/" + what))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static RequestSpecification to(ServiceProcess service) {
    return given().baseUri(service.url().toString());
  }

  private static Path written(Path file) throws IOException {
    try (var writer = Files.newBufferedWriter(file)) {
      writer.write(HEADER);
      for (int i = 1; i <= CAPTURES; i++) {
        writer.write(
            "movement-%d,COMMIT,EUR,23.40,0.30,payout-1,2026-05-04T12:00:00Z,%s\n"
                .formatted(i, REST));
      }
      String paid = "%d.%02d".formatted(2310L * CAPTURES / 100, 2310L * CAPTURES % 100);
      writer.write(",PAYOUT,EUR,%s,,payout-1,,".formatted(paid));
    }
    LOG.infof("%d captures, %d MB", CAPTURES, Files.size(file) / 1_000_000);
    return file;
  }
}
