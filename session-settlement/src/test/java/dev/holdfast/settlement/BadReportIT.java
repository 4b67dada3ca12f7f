package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class BadReportIT implements SoundBooks {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WISE   | Session ID,Type,Currency,Amount | gateway | PAYTER",
        "''     | Session ID,Type,Currency,Amount | gateway | PAYTER",
        "PAYTER | Session ID,Type,Amount          | header  | currency is missing",
        "STRIPE | Session ID,Type,Currency,Amount | header  | reporting_category",
      })
  void refusesAFileThatItCannotRead(String gateway, String file, String field, String words) {
    given()
        .contentType("text/csv")
        .queryParam("gateway", gateway)
        .body(file)
        .post("/reports")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(words));
  }

  @Test
  void saysThatAReportIsUnknown() {
    when().get("/reports/{id}/lines", UUID.randomUUID()).then().statusCode(404);
    when().get("/reports/latest/lines").then().statusCode(400).body("field", equalTo("report"));
  }
}
