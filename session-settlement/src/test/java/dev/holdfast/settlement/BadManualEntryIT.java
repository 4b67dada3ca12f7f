package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask for by hand, and cannot be booked. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // set before each test
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class BadManualEntryIT implements SoundBooks {
  private ByHand books;

  @BeforeEach
  void openBooks() throws SQLException {
    books = ByHand.ofNewBooks();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"CREDIT\"          | \"DEBIT\"             | 422 | lines                        | debits are EUR 25.00",
        "\"SUSPENSE\"        | \"TIPS\"              | 400 | lines[1].account             | TIPS",
        "\"SUSPENSE\"        | \"HOLDS_CONTRA\"      | 400 | lines[1].account             | holds no money",
        "1250,               | 12.5,                 | 400 | lines[0].amount.minorUnits   | minorUnits",
        "1250,               | 0,                    | 400 | lines[0].amount.minorUnits   | above 0",
        "\"EUR\"             | \"XXX\"               | 400 | lines[0].amount.currency     | ISO 4217",
        "\"document\"        | \"paper\"             | 400 | paper                        | leave it out",
        "\"letter 7\"        | \" \"                 | 400 | document                     | 1 to 100 characters",
        "\"by\": \"Ines\"    | \"by\": null          | 400 | by                           | 1 to 200 characters",
        "\"cpo\"             | \"reverses\"          | 400 | reverses                     | reverses",
      })
  void refusesWhatCannotBeBooked(
      String part, String wrong, int status, String field, String words) {
    String body =
        """
        {"cpo": "%s", "document": "letter 7", "by": "Ines", "reason": "as agreed", "lines": [
          {"account": "CASH_AT_BANK", "side": "DEBIT", "amount": {"minorUnits": 1250, "currency": "EUR"}},
          {"account": "SUSPENSE", "side": "CREDIT", "amount": {"minorUnits": 1250, "currency": "EUR"}}]}
        """
            .formatted(books.cpo());
    given()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(wrong)))
        .post("/manual-entries")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(words))
        .body("remedy", notNullValue());
    assertThat(books.journal()).isEmpty();
  }

  @Test
  void refusesAWishWithoutAKeyOrForNobodysBooks() {
    given()
        .contentType("application/json")
        .body(books.wish(100))
        .post("/manual-entries")
        .then()
        .statusCode(400)
        .body("field", equalTo("Idempotency-Key"));
    var elsewhere = books.wish(100);
    elsewhere.put("cpo", "nobody-" + UUID.randomUUID());
    ByHand.ask(elsewhere).statusCode(404).body("field", equalTo("cpo"));
    ByHand.decide(UUID.randomUUID().toString(), "approval", 1, "Ann").statusCode(404);
  }
}
