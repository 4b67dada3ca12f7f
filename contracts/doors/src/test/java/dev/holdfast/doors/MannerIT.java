package dev.holdfast.doors;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MannerIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/samples?size=abc | size | whole number",
        "/samples?size=1.5 | size | whole number",
        "/samples?size=0 | size | greater than or equal to 1",
        "/samples?size=501 | size | less than or equal to 500",
        "/samples?count=maybe | count | true or false",
        "/samples?color=BLUE | color | [RED, GREEN]",
        "/samples?from=yesterday | from | 2026-11-22T12:00:00Z",
        "/samples?day=2026-02-30 | day | 2026-11-22",
        "/samples/no-uuid | id | UUID",
        "/samples/1-1-1-1-1 | id | UUID",
        "/samples?color=%0D%0AX: | color | [RED, GREEN]",
        "/samples?day=4111111111111111 | day | last four digits",
        "/samples?day=%00 | day | U+0000"
      })
  void namesAParameterThatIsWrongAndTheRemedy(String address, String field, String remedy) {
    refused(given().urlEncodingEnabled(false).get(address), 400, field)
        .then()
        .body("remedy", containsString(remedy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{ | body | well-formed",
        "[] | body | send an object in {}",
        "{\"lines\":{}} | lines | send a list in []",
        "{\"lines\":[{\"text\":[]}]} | lines[0].text | send a text in quotes",
        "{\"seal\":{}} | seal | send a text in quotes",
        "{\"lines\":[{\"text\":\"4111111111111111\"}]} | lines[0].text | last four",
        "{\"lines\":[{\"txt\":\"a\"}]} | lines[0].txt | leave it out; what is read here is [text]",
        "{\"lines\":[{\"text\":\"longer than it may be\"}]} | lines[0].text | 10",
        "{\"amount\":{\"minorUnits\":1234567890123456789012,\"currency\":\"EUR\"}} | amount.minorUnits | 18 digits",
        "{\"amount\":{\"minorUnits\":1.5,\"currency\":\"EUR\"}} | amount.minorUnits | 1.5",
        "{\"amount\":{\"minorUnits\":15,\"currency\":\"eur\"}} | amount.currency | EUR"
      })
  void namesAFieldOfABodyThatIsWrongAndTheRemedy(String body, String field, String remedy) {
    refused(given().contentType("application/json").body(body).post("/samples"), 400, field)
        .then()
        .body("remedy", containsString(remedy));
  }

  @Test
  void answersWhatItDoesNotKnowWithAProblem() {
    refused(given().get("/nothing"), 404, "path");
    refused(given().delete("/samples"), 405, "method");
    refused(given().accept("application/xml").get("/samples"), 406, "Accept");
    refused(given().contentType("text/plain").body("a").post("/samples"), 415, "Content-Type");
  }

  @Test
  void leavesWhatADoorSaysItselfAsItIs() {
    refused(given().post("/samples/019ac2b4-6a3c-7d20-9c52-3f6a1be0c111/retire"), 409, "request")
        .then()
        .body("title", equalTo("Retired before"))
        .body("detail", containsString("is retired"))
        .body("possible", hasSize(1));
  }

  @Test
  void answersWhatIsTooLargeWithAProblem() {
    refused(
        given().contentType("application/json").body("1".repeat(1_100_000)).post("/samples"),
        413,
        "body");
    refused(given().get("/samples?after=" + "x".repeat(9_000)), 414, "path");
  }

  @Test
  void neverSaysBackACharacterThatForgesALine() {
    given()
        .urlEncodingEnabled(false)
        .get("/samples?from=%0D%0AX:%20y")
        .then()
        .body("detail", allOf(notNullValue(), not(containsString("\n"))));
  }

  @Test
  void pagesThroughAListAndCountsOnlyWhereAsked() {
    given()
        .get("/samples?size=2")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("next", equalTo("two"))
        .body("$", not(hasKey("total")));
    given()
        .get("/samples?size=3&count=true")
        .then()
        .body("$", not(hasKey("next")))
        .body("total", equalTo(3))
        .body("totalIsExact", equalTo(true));
  }

  private static Response refused(Response response, int status, String field) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body("detail", notNullValue())
        .body("field", equalTo(field))
        .body("remedy", notNullValue());
    return response;
  }
}
