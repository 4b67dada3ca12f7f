package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people book by hand for a CPO, and what others say of it. */
public record ByHand(String cpo) {
  /** A CPO has books once something was booked for it. */
  static ByHand ofNewBooks() throws SQLException {
    var cpo = "cpo-" + UUID.randomUUID();
    var now = Instant.now();
    new Books(cpo)
        .book(
            Books.Entry.of(Records.referenceOf(now), Cause.SESSION_BILLED, now),
            "DEBIT RECEIVABLE_FROM_CARD_HOLDER 100 EUR",
            "CREDIT CHARGING_REVENUE 100 EUR");
    return new ByHand(cpo);
  }

  /** So much came to the bank, and nobody knows for what. */
  public Map<String, Object> wish(long cents) {
    var amount = Map.of("minorUnits", cents, "currency", "EUR");
    return new HashMap<>(
        Map.of(
            "cpo",
            cpo,
            "lines",
            List.of(
                Map.of("account", "CASH_AT_BANK", "side", "DEBIT", "amount", amount),
                Map.of("account", "SUSPENSE", "side", "CREDIT", "amount", amount)),
            "document",
            "letter 7",
            "by",
            "Ines",
            "reason",
            "came without a payout"));
  }

  static ValidatableResponse ask(Map<String, Object> wish) {
    return ask(UUID.randomUUID().toString(), wish);
  }

  static ValidatableResponse ask(String key, Map<String, Object> wish) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(wish)
        .post("/manual-entries")
        .then();
  }

  static ValidatableResponse reversal(String id) {
    return ask(
        Map.of("reverses", id, "document", "letter 8", "by", "Ines", "reason", "it was not ours"));
  }

  static ValidatableResponse decide(
      String id, String verdict, @Nullable Integer version, String by) {
    var body = new HashMap<String, Object>(Map.of("by", by, "reason", "agrees with the bank"));
    if (version != null) {
      body.put("version", version);
    }
    return given()
        .contentType("application/json")
        .body(body)
        .post("/manual-entries/{entry}/{verdict}", id, verdict)
        .then();
  }

  /** What was booked by hand, as finance sees it, the newest first. */
  List<String> journal() {
    List<Map<String, Object>> entries =
        given().queryParam("cpo", cpo).get("/journal").jsonPath().getList("items");
    return entries.stream()
        .filter(entry -> !"SESSION_BILLED".equals(entry.get("cause")))
        .map(ByHand::text)
        .toList();
  }

  private static String text(Map<String, Object> entry) {
    var words = new StringBuilder(entry.get("cause") + " " + entry.get("causeVersion"));
    for (Object line : (List<?>) requireNonNull(entry.get("lines"))) {
      var amount = (Map<?, ?>) requireNonNull(((Map<?, ?>) line).get("amount"));
      words.append(
          " %s %s %s"
              .formatted(
                  ((Map<?, ?>) line).get("side"),
                  ((Map<?, ?>) line).get("account"),
                  amount.get("minorUnits")));
    }
    return words.toString();
  }
}
