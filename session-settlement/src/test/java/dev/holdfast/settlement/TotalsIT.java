package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.settlement.Records.attempt;
import static dev.holdfast.settlement.Records.euro;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The totals, kept change by change, against a count over all rows. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class TotalsIT implements SoundBooks {
  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
  private static final int PAYMENTS = 80;
  private static final int HOURS = 3;

  private final String cpo = "cpo-" + UUID.randomUUID();

  /** A record for a topic. */
  private record Fact(Topic topic, String reference, SpecificRecord value) {}

  /** The kinds of payment that are mixed: what is published, and the outcome that it must have. */
  private enum Payment {
    WHOLE("FULL") {
      @Override
      List<SpecificRecord> facts(String ref) {
        return List.of(
            Records.held(ref, 5000),
            Records.closed(ref, 2340),
            Records.captured(ref, 5000, AttemptKind.CAPTURE, 2340));
      }
    },
    ABOVE_THE_HOLD("HOLD_ONLY") {
      @Override
      List<SpecificRecord> facts(String ref) {
        return List.of(
            Records.held(ref, 5000),
            Records.closed(ref, 6000),
            Records.captured(ref, 5000, AttemptKind.HOLD, 5000));
      }
    },
    WON("OVER_COMMITTED") {
      @Override
      List<SpecificRecord> facts(String ref) {
        return List.of(
            Records.held(ref, 5000),
            Records.closed(ref, 6000),
            Records.captured(ref, 5000, AttemptKind.OVER_COMMIT, 6000));
      }
    },
    CORRECTED("NOTHING_DUE") {
      @Override
      List<SpecificRecord> facts(String ref) {
        return List.of(
            Records.held(ref, 5000),
            Records.closed(ref, 2340),
            Records.captured(ref, 5000, AttemptKind.CAPTURE, 2340),
            Records.closing(ref, 0).setRevision(2).setTaxes(List.of()).build(),
            refunded(ref));
      }
    },
    DECLINED("NOTHING_DUE") {
      @Override
      List<SpecificRecord> facts(String ref) {
        return List.of(Records.declined(ref));
      }
    },
    NOT_COVERED("NOT_COVERED") {
      @Override
      List<SpecificRecord> facts(String ref) {
        return List.of(Records.declined(ref), Records.closed(ref, 2340));
      }
    },
    HELD("OPEN") {
      @Override
      List<SpecificRecord> facts(String ref) {
        return List.of(Records.held(ref, 5000));
      }
    };

    private final String outcome;

    Payment(String outcome) {
      this.outcome = outcome;
    }

    abstract List<SpecificRecord> facts(String ref);

    private static AuthorizationChanged refunded(String ref) {
      return Records.authorization(ref, 5000, 7, AuthorizationStatus.CAPTURED)
          .setCaptured(euro(2340))
          .setReleased(euro(2660))
          .setRefunded(euro(2340))
          .setAttempts(
              List.of(
                  attempt(1, AttemptKind.AUTHORIZE, 5000),
                  attempt(2, AttemptKind.CAPTURE, 2340),
                  attempt(3, AttemptKind.REFUND, 2340)))
          .build();
    }
  }

  @Test
  void areWhatCountingEveryRowGivesAfterARandomRunWithDuplicates() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var outcomes = new TreeMap<String, Long>();
    var facts = new ArrayList<Fact>();
    for (int i = 0; i < PAYMENTS; i++) {
      var payment = Payment.values()[random.nextInt(Payment.values().length)];
      outcomes.merge(payment.outcome, 1L, Long::sum);
      String reference =
          Records.referenceOf(
              DAY.plusSeconds(random.nextInt((int) Duration.ofHours(HOURS).toSeconds())));
      payment.facts(reference).forEach(value -> facts.add(fact(reference, value)));
    }
    var run = new ArrayList<Fact>(facts);
    facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(run::add);
    Collections.shuffle(run, random);
    publish(run);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(outcomesOf("DAY")).as("seed %d", seed).isEqualTo(outcomes));
    publish(facts);
    String last = Records.referenceOf(DAY);
    publish(List.of(fact(last, Records.held(last, 5000))));
    outcomes.merge("OPEN", 1L, Long::sum);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(outcomesOf("HOUR")).as("seed %d", seed).isEqualTo(outcomes));
    assertThat(linesOfPages("HOUR")).isEqualTo(totals("HOUR").getList("items"));
    assertThat(amounts(totals("DAY"))).as("seed %d", seed).isEqualTo(amountsOfAllRows());
    assertThat(broken()).isZero();
  }

  @Test
  void areFoundOutWhenTheyAreNotTheCount() throws SQLException {
    String reference = Records.referenceOf(DAY);
    publish(List.of(fact(reference, Records.declined(reference))));
    await().untilAsserted(() -> assertThat(outcomesOf("DAY")).containsEntry("NOTHING_DUE", 1L));
    assertThat(totals("HOUR").getString("items[0].approvalPercent")).isEqualTo("0.00");

    Database.run(
        "update settlement_total set captured = captured + 1 where cpo_id = '" + cpo + "'");
    assertThat(broken()).isEqualTo(2);

    Database.run(
        "update settlement_total set captured = captured - 1 where cpo_id = '" + cpo + "'");
    assertThat(broken()).isZero();
  }

  private Fact fact(String reference, SpecificRecord value) {
    return switch (value) {
      case AuthorizationChanged said -> {
        said.put("cpoId", cpo);
        yield new Fact(AUTHORIZATIONS, reference, said);
      }
      case SessionClosed closed -> new Fact(SESSION_CLOSED, reference, closed);
      default -> throw new IllegalArgumentException("No topic for " + value);
    };
  }

  private static void publish(List<Fact> facts) {
    try (TopicProbe probe = TopicProbe.ofApplication()) {
      facts.forEach(fact -> probe.publish(fact.topic(), fact.reference(), fact.value()));
    }
  }

  private JsonPath totals(String by) {
    return page(by, "", 500);
  }

  private List<Object> linesOfPages(String by) {
    var lines = new ArrayList<Object>();
    String next = "";
    while (next != null) {
      JsonPath page = page(by, next, 2);
      lines.addAll(page.getList("items"));
      next = page.getString("next");
    }
    return lines;
  }

  private JsonPath page(String by, String after, int size) {
    return given()
        .param("after", after)
        .param("from", DAY.toString())
        .param("to", DAY.plus(Duration.ofHours(HOURS)).toString())
        .param("cpo", cpo)
        .param("by", by)
        .param("size", size)
        .get("/totals")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private Map<String, Long> outcomesOf(String by) {
    var sums = new TreeMap<String, Long>();
    List<Map<String, Integer>> lines = totals(by).getList("items.outcomes");
    lines.forEach(line -> line.forEach((name, n) -> sums.merge(name, n.longValue(), Long::sum)));
    return sums;
  }

  private static List<Long> amounts(JsonPath totals) {
    return List.of(
        totals.getLong("items.amounts.captured.sum()"),
        totals.getLong("items.amounts.refunded.sum()"),
        totals.getLong("items.amounts.shortfall.sum()"),
        totals.getLong("items.payments.sum()"));
  }

  private List<Long> amountsOfAllRows() {
    JsonPath rows = given().param("cpo", cpo).param("size", 500).get("/settlements").jsonPath();
    return List.of(
        sum(rows, "items.captured.minorUnits"),
        sum(rows, "items.refunded.minorUnits"),
        sum(rows, "items.shortfall.minorUnits"),
        (long) rows.getList("items.reference").size());
  }

  private static long sum(JsonPath rows, String field) {
    return rows.getList(field, Integer.class).stream()
        .filter(Objects::nonNull)
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static int broken() {
    return when()
        .post("/settlements/invariants")
        .jsonPath()
        .getInt("items.find { it.invariant == 'totals-are-the-count' }.rows");
  }
}
