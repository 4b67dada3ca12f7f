package dev.holdfast.terminal.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is a problem that names the field and says how to mend it. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class BadInputIT {
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PUT | /terminals/p68 | {'vendor':'PAYTER','country':'NL','currency':'EUR'} | 400 | serial | PAYTER, printed in capitals on the terminal (P6820211200171",
        "PUT | /terminals/tmr_bad | {'vendor':'STRIPE','country':'NL','currency':'EUR'} | 400 | serial | or of STRIPE, shown as the reader's id",
        "PUT | /terminals/tmr_FDOt2wlRZEdpd7 | {'vendor':'PAYTER','country':'NL','currency':'EUR'} | 422 | vendor | is no serial of that vendor",
        "PUT | /terminals/P68BAD01 | {'vendor':'STRIPE','country':'NL','currency':'EUR'} | 422 | vendor | is no serial of that vendor",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUROS'} | 400 | currency | ISO 4217",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'XAU'} | 400 | currency | ISO 4217",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'nl','currency':'EUR'} | 400 | country | ISO 3166-1",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','currency':'EUR'} | 400 | country | must not be null",
        "PUT | /terminals/P68BAD01 | {'vendor':'ACME','country':'NL','currency':'EUR'} | 400 | vendor | PAYTER",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUR','hold':{'minorUnits':-5,'currency':'EUR'}} | 400 | hold.minorUnits | above 0",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUR','hold':{'minorUnits':1000000001,'currency':'EUR'}} | 400 | hold.minorUnits | at most 1000000000",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUR','hold':{'minorUnits':99999999999999999999,'currency':'EUR'}} | 400 | hold.minorUnits | out of range",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUR','hold':{'minorUnits':49.99,'currency':'EUR'}} | 400 | hold.minorUnits | 49.99",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUR','hold':{'minorUnits':'much','currency':'EUR'}} | 400 | hold.minorUnits | much",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUR','hold':{'currency':'EUR'}} | 400 | hold.minorUnits | is missing",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUR','hold':{'minorUnits':5000,'currency':'GBP'}} | 422 | hold.currency | takes EUR",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'AQ','currency':'EUR'} | 422 | hold | no contactless limit is known for AQ",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','country':'NL','currency':'EUR','holdAmount':1} | 400 | holdAmount | hold",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER' | 400 | body | JSON",
        "PUT | /terminals/P68BAD01 | `` | 400 | body | null",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','model':'4111 1111 1111 1111','country':'NL','currency':'EUR'} | 400 | model | card number",
        "PUT | /terminals/P68BAD01 | {'vendor':'PAYTER','model':'a\\u0000b','country':'NL','currency':'EUR'} | 400 | model | U+0000",
        "PUT | /terminals/P68BAD01/binding | {'chargerId':'C1','evseIds':[],'cpoId':'NL-ABC'} | 400 | evseIds | empty",
        "PUT | /terminals/P68BAD01/binding | {'chargerId':'C 1','evseIds':['E1'],'cpoId':'NL-ABC'} | 400 | chargerId | letters, digits",
        "PUT | /terminals/P68BAD01/binding | {'chargerId':'C1','evseIds':['E1','?'],'cpoId':'NL-ABC'} | 400 | evseIds | letters, digits",
        "PUT | /terminals/P68NEVER01/binding | {'chargerId':'C1','evseIds':['E1'],'cpoId':'NL-ABC'} | 404 | serial | PUT /terminals/P68NEVER01",
        "GET | /terminals/P68NEVER01 | `` | 404 | serial | PUT /terminals/P68NEVER01",
        "POST | /terminals/P68NEVER01/retire | `` | 404 | serial | PUT /terminals/P68NEVER01",
        "POST | /terminals/P68NEVER01/refresh | `` | 404 | serial | PUT /terminals/P68NEVER01",
        "GET | /terminals?readiness=MAYBE | `` | 400 | readiness | [READY, NOT_READY]",
        "GET | /terminals?reason=WEATHER | `` | 400 | reason | VENDOR_DOWN",
        "GET | /terminals?size=501 | `` | 400 | size | less than or equal to 500",
        "GET | /terminals/P68BAD01/bindings?after=many | `` | 400 | after | next",
        "GET | /cpos/NL-NEVER | `` | 404 | cpoId | PUT /cpos/NL-NEVER",
        "DELETE | /cpos/NL-NEVER/contracts/ACCEPTANCE?validFrom=2026-01-01T00:00:00Z | `` | 404 | cpoId | PUT /cpos/NL-NEVER",
        "DELETE | /cpos/NL-ABC/contracts/ACCEPTANCE?validFrom=soon | `` | 400 | validFrom | UTC time",
        "DELETE | /cpos/NL-ABC/contracts/ACCEPTANCE | `` | 400 | validFrom | null",
        "GET | /vendors/ACME/TEST | `` | 400 | vendor | [PAYTER, STRIPE]",
        "GET | /vendors/payter/TEST | `` | 400 | vendor | [PAYTER, STRIPE]",
        "GET | /vendors/PAYTER/MOON | `` | 400 | vendorEnvironment | [TEST, PRODUCTION]",
        "GET | /vendors/PAYTER/4111111111111111 | `` | 400 | path | card number",
        "PUT | /cpos/NL%20A | {} | 400 | cpoId | letters, digits",
        "PUT | /cpos/NL-ABC | {'country':'Holland'} | 400 | country | ISO 3166-1",
        "PUT | /cpos/NL-NEVER/contracts/ACCEPTANCE | {'validFrom':'2026-01-01T00:00:00Z','agreedBy':'me'} | 404 | cpoId | PUT /cpos/NL-NEVER",
        "PUT | /cpos/NL-ABC/contracts/MOON | {'validFrom':'2026-01-01T00:00:00Z','agreedBy':'me'} | 400 | environment | [ACCEPTANCE, PRODUCTION]",
        "GET | /terminals?q=%00 | `` | 400 | q | U+0000",
        "GET | /cpos?q=%00 | `` | 400 | q | U+0000",
        "GET | /terminals/P68NEVER01/bindings | `` | 404 | serial | PUT /terminals/P68NEVER01",
        "PUT | /cpos/NL-ABC/contracts/ACCEPTANCE | {'validFrom':'+294300-01-01T00:00:00Z','agreedBy':'me'} | 400 | validFrom | to 2200",
        "PUT | /cpos/NL-ABC/contracts/ACCEPTANCE | {'validFrom':'2026-01-01T00:00:00.0000001Z','validTo':'2026-01-01T00:00:00.0000002Z','agreedBy':'me'} | 400 | validTo | after validFrom",
        "PUT | /cpos/NL-ABC/contracts/ACCEPTANCE | {'validFrom':'yesterday','agreedBy':'me'} | 400 | validFrom | yesterday",
        "PUT | /cpos/NL-ABC/contracts/ACCEPTANCE | {'validFrom':'2026-01-01T00:00:00Z','validTo':'2025-01-01T00:00:00Z','agreedBy':'me'} | 400 | validTo | after validFrom",
        "PUT | /cpos/NL-ABC/contracts/ACCEPTANCE | {'validFrom':'2026-01-01T00:00:00Z'} | 400 | agreedBy | blank",
        "PUT | /cpos/NL-ABC/contracts/ACCEPTANCE | {'validFrom':'2026-01-01T00:00:00Z','agreedBy':'a\\u0000b'} | 400 | agreedBy | U+0000",
      })
  void namesTheFieldAndTheRemedy(
      String method, String path, String body, int status, String field, String remedy) {
    var request = given().urlEncodingEnabled(false).contentType(ContentType.JSON);
    if (!body.isEmpty()) {
      request.body(body.replace('\'', '"'));
    }
    var response = request.request(method, path);

    assertThat(response.asString()).contains("\"" + field).contains(remedy);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("title")).isNotBlank();
    assertThat(response.asString()).doesNotContain("Exception");
  }

  @Test
  void refusesACpoThatIsNotKnownToBindTo() {
    var body = "{\"vendor\": \"PAYTER\", \"country\": \"NL\", \"currency\": \"EUR\"}";
    given().contentType(ContentType.JSON).body(body).put("/terminals/P68BAD02");
    var place = "{\"chargerId\": \"C1\", \"evseIds\": [\"E1\"], \"cpoId\": \"NL-NEVER\"}";
    var response =
        given()
            .header("If-Match", "*")
            .contentType(ContentType.JSON)
            .body(place)
            .put("/terminals/P68BAD02/binding");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.jsonPath().getString("field")).isEqualTo("cpoId");
    assertThat(response.jsonPath().getString("detail")).contains("PUT /cpos/NL-NEVER");
  }
}
