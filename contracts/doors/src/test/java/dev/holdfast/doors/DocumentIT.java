package dev.holdfast.doors;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentIT {
  @Test
  void whatIsNotNullableIsRequired() {
    document()
        .body("components.schemas.Note.required", contains("lines"))
        .body("components.schemas.PageString.required", contains("items"));
  }

  @Test
  void whatMayBeAbsentMayBeNull() {
    document()
        .body("components.schemas.PageString.properties.next.type", contains("string", "null"))
        .body("components.schemas.Note.properties.amount.anyOf[1].type", equalTo("null"));
  }

  @Test
  void anAmountThatIsAnsweredHasNoBounds() {
    document()
        .body("components.schemas.Amount.properties.minorUnits", not(hasKey("maximum")))
        .body("components.schemas.Amount.properties.minorUnits", not(hasKey("exclusiveMinimum")));
  }

  @Test
  void whateverIsNotAnsweredOtherwiseIsAProblem() {
    document()
        .body(
            "paths.'/samples'.get.responses.default.content.'application/problem+json'.schema.'$ref'",
            equalTo("#/components/schemas/Problem"))
        .body(
            "components.schemas.Problem.required",
            contains("status", "title", "detail", "field", "remedy"));
  }

  @Test
  void aRecordHasItsComponentsAndNothingElse() {
    document()
        .body("components.schemas.Note.properties", not(hasKey("empty")))
        .body("components.schemas.Note.properties.seal.contentEncoding", equalTo("base64"))
        .body("components.schemas.Note.properties.seal", not(hasKey("format")));
  }

  @Test
  void aPageIsShownWithTheExampleOfWhatItHolds() {
    document().body("components.schemas.PageNote.examples[0].items[0].lines[0].text", is("tea"));
  }

  @Test
  void nothingIsMadeUp() {
    document()
        .body("$", not(hasKey("servers")))
        .body("components.schemas", not(hasKey("HttpProblem")))
        .body("paths.'/samples'.get", not(hasKey("summary")))
        .body("paths.'/samples'.get.tags", contains("samples"));
  }

  private static ValidatableResponse document() {
    return given().get("/q/openapi?format=json").then().statusCode(200);
  }
}
