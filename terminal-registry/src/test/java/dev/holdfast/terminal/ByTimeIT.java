package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.get;
import static dev.holdfast.terminal.Doors.newCpoId;
import static dev.holdfast.terminal.Doors.put;
import static dev.holdfast.terminal.Doors.putContract;
import static dev.holdfast.terminal.Doors.readyTerminal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.events.Readiness;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.postgres.ReviewTable;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Contracts are dated: a terminal's readiness changes by time alone, and that is published. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class ByTimeIT {
  private static TopicProbe probe;
  @Inject AgroalDataSource database;
  @Inject Transactions transactions;
  @Inject ReviewTable reviews;
  @Inject TerminalRules rules;

  @BeforeAll
  static void open() {
    probe = TopicProbe.ofApplication();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  @Test
  void startsAndStopsATerminalWhenItsCposContractDoes() {
    var cpoId = newCpoId();
    put("/cpos/" + cpoId, "{}").statusCode(201);
    var serial = readyTerminal(cpoId);
    get("/terminals/" + serial).body("reasons", contains("CPO_NOT_CONTRACTED"));

    var starts = Instant.now().plusSeconds(3);
    putContract(cpoId, "\"validFrom\": \"%s\"".formatted(starts)).statusCode(200);
    var started = awaitVersion(serial, 4);
    assertThat(started.getReadiness()).isEqualTo(Readiness.READY);
    assertThat(started.getOccurredAt()).isAfterOrEqualTo(starts);

    var ends = Instant.now().plusSeconds(3);
    putContract(cpoId, "\"validFrom\": \"%s\", \"validTo\": \"%s\"".formatted(starts, ends))
        .statusCode(200);
    var ended = awaitVersion(serial, 5);
    assertThat(ended.getReadiness()).isEqualTo(Readiness.NOT_READY);
    assertThat(ended.getOccurredAt()).isAfterOrEqualTo(ends);
    get("/terminals/" + serial).body("reasons", contains("CPO_NOT_CONTRACTED"));
  }

  @Test
  void judgesAllAnewWhereTheyWereJudgedByOtherRules() throws Throwable {
    var serial = readyTerminal(Doors.contractedCpo());
    execute(
        "update terminal set over_commit = true, review_at = null where serial = '" + serial + "'");
    startWith("the rules of another version");
    startWith(rules.standings().fingerprint());

    probe.await(Topic.TERMINALS, TerminalChanged.class, serial, seen -> seen.size() >= 4);
    get("/terminals/" + serial).body("effective.overCommit", equalTo(false));
  }

  @Test
  void keepsContractsOneAfterTheOther() {
    var cpoId = newCpoId();
    put("/cpos/" + cpoId, "{}").statusCode(201);
    putContract(cpoId, "\"validFrom\": \"2030-01-01T00:00:00Z\"").statusCode(200);
    putContract(
            cpoId, "\"validFrom\": \"2025-01-01T00:00:00Z\", \"validTo\": \"2030-01-01T00:00:00Z\"")
        .statusCode(200)
        .body(
            "contracts.ACCEPTANCE.validFrom",
            contains("2025-01-01T00:00:00Z", "2030-01-01T00:00:00Z"));
    putContract(cpoId, "\"validFrom\": \"2026-01-01T00:00:00Z\"")
        .statusCode(409)
        .body("field", equalTo("validFrom"))
        .body("detail", containsString("from 2025-01-01T00:00:00Z to 2030-01-01T00:00:00Z"));
    Doors.whateverIsThere()
        .delete("/cpos/" + cpoId + "/contracts/ACCEPTANCE?validFrom=2030-01-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("contracts.ACCEPTANCE.validFrom", contains("2025-01-01T00:00:00Z"));
    get("/cpos/" + cpoId).body("contracts.ACCEPTANCE.validFrom", contains("2025-01-01T00:00:00Z"));
    get("/cpos?q=" + cpoId).body("items.cpoId", contains(cpoId));
    get("/cpos?q=" + cpoId.replace('N', '_')).body("items", empty());
  }

  private static TerminalChanged awaitVersion(String serial, int version) {
    return probe
        .await(Topic.TERMINALS, TerminalChanged.class, serial, seen -> seen.size() >= version)
        .get(version - 1)
        .value();
  }

  private void startWith(String fingerprint) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() ->
        transactions.run(
            transaction -> reviews.dueIfOther(transaction, fingerprint, Instant.now())));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
