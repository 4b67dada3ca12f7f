package dev.holdfast.settlement;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports of different gateways do not wait for each other; one that was cut off comes again. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class ReportsAtOnceIT implements SoundBooks {
  private static final String STRIPE =
      """
      reporting_category,currency,gross,fee,balance_transaction_id,payment_intent_id,payout_id
      fee,EUR,-1.00,0.00,%s,,
      """;

  private static final String ADYEN =
      """
      Type,Psp Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC)
      Fee,%s,EUR,1.00,
      """;

  private final Reports reports = new Reports();

  @Test
  void readsWhileAnotherGatewaysReportIsRead() throws SQLException {
    whileLocked(
        "select pg_advisory_xact_lock(20261128, hashtext('PAYTER'))",
        () -> {
          reports.post("STRIPE", STRIPE.formatted(UUID.randomUUID())).statusCode(200);
          reports
              .post(fee())
              .statusCode(409)
              .body("detail", containsString("another one is being read"));
        });
    reports.post(fee()).statusCode(200);
  }

  @Test
  void booksWhileAnotherGatewaysReportIsBookedUnlessBothMayTellOfTheSame() throws SQLException {
    String payter = reports.read(reports.line("", "FEE", "-1.00", ""));
    String stripe = read("STRIPE", STRIPE);
    String adyen = read("ADYEN", ADYEN);
    whileLocked(
        """
        select pg_advisory_xact_lock_shared(20261126, 4),
          pg_advisory_xact_lock(20261127, hashtext('PAYTER'))
        """,
        () -> {
          reports.book(stripe, 1).statusCode(200);
          reports.book(payter, 1).statusCode(409).header("Retry-After", equalTo("60"));
          reports.book(adyen, 1).statusCode(409);
        });
    reports.book(payter, 1).statusCode(200);
    reports.book(adyen, 1).statusCode(200);
  }

  @Test
  void readsAgainWhatWasCutOff() throws SQLException {
    String file = fee();
    String report = reports.post(file).extract().path("reportId");
    Database.run("delete from report_result where report_id = '%s'".formatted(report));
    Database.run("delete from report_line where report_id = '%s'".formatted(report));
    Database.run("update report set state = 'READING' where report_id = '%s'".formatted(report));
    Database.run(
        "insert into report_progress values ('%s', 'READING', 1, 2, now())".formatted(report));
    when()
        .get("/reports/{id}", report)
        .then()
        .body("state", equalTo("READING"))
        .body("progress.step", equalTo("READING"))
        .body("progress.done", equalTo(1));
    reports.book(report, 1).statusCode(409).body("detail", containsString("it is READING"));

    reports
        .post(file)
        .statusCode(200)
        .body("state", equalTo("JUDGED"))
        .body("progress", nullValue())
        .body("results.OTHER", equalTo(1));
  }

  /** As the service locks while it does what is said. */
  private static void whileLocked(String locks, Runnable acts) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(locks);
      acts.run();
    }
  }

  private String fee() {
    return reports.file(reports.line(UUID.randomUUID().toString(), "FEE", "-1.00", ""));
  }

  private String read(String gateway, String file) {
    return reports
        .post(gateway, file.formatted(UUID.randomUUID()))
        .statusCode(200)
        .extract()
        .path("reportId");
  }
}
