package dev.holdfast.authorization.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.Scene;
import dev.holdfast.events.Readiness;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1'} | 422 | terminalSerial | register the terminal",
        "POST | /authorizations | {'evseId':'E1'} | 400 | terminalSerial | send the serial",
        "POST | /authorizations | {'terminalSerial':'P 1','evseId':'E1'} | 400 | terminalSerial | letters, digits",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01'} | 400 | evseId | send the EVSE",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':-5,'currency':'EUR'}} | 400 | amount.minorUnits | above 0",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':0,'currency':'EUR'}} | 400 | amount.minorUnits | above 0",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':1000000001,'currency':'EUR'}} | 400 | amount.minorUnits | at most 1000000000",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':99999999999999999999,'currency':'EUR'}} | 400 | amount.minorUnits | out of range",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':49.99,'currency':'EUR'}} | 400 | amount.minorUnits | 49.99",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':1,'currency':'EUROS'}} | 400 | amount.currency | ISO 4217",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':1}} | 400 | amount.currency | ISO 4217",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'4111 1111 1111 1111'} | 400 | evseId | card number",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'4111 1111 1111 1111 12/28'} | 400 | evseId | card number",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':4111111111111111,'currency':'EUR'}} | 400 | amount.minorUnits | card number",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','amount':{'minorUnits':4111111111111111E0,'currency':'EUR'}} | 400 | amount.minorUnits | card number",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','note':[{'pan':4111111111111111}]} | 400 | note[0].pan | card number",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','4111111111111111':1} | 400 | ************1111 | card number",
        "POST | /authorizations | '4111111111111111' | 400 | body | card number",
        "GET | /authorizations;pan=4111111111111111 | `` | 400 | path | card number",
        "GET | /authorizations/4111%201111%201111%201111 | `` | 400 | path | card number",
        "GET | /authorizations/%34111111111111111 | `` | 400 | path | card number",
        "GET | /authorizations?4111111111111111=1 | `` | 400 | ************1111 | card number",
        "GET | /authorizations?cpo=NL+4111+1111+1111+1111 | `` | 400 | cpo | card number",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','waitSeconds':121} | 400 | waitSeconds | at most 120",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','waitSeconds':-1} | 400 | waitSeconds | 0 or more",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01','evseId':'E1','sum':1} | 400 | sum | sum",
        "POST | /authorizations | {'terminalSerial':'P68NEVER01' | 400 | body | JSON",
        "POST | /authorizations | `` | 400 | body | JSON object",
        "GET | /authorizations/not-a-uuid | `` | 400 | reference | UUID",
        "GET | /authorizations/0193542b-7c00-7000-8000-000000000001 | `` | 404 | reference | POST /authorizations",
        "POST | /authorizations/0193542b-7c00-7000-8000-000000000001/cancel | {'by':'ops','reason':'wrong bay'} | 404 | reference | POST /authorizations",
        "POST | /authorizations/0193542b-7c00-7000-8000-000000000001/cancel | `` | 400 | body | JSON object",
        "POST | /authorizations/0193542b-7c00-7000-8000-000000000001/cancel | {'by':'ops'} | 400 | reason | send 1 to 200",
        "POST | /authorizations/0193542b-7c00-7000-8000-000000000001/cancel | {'by':'ops','reason':'a\\u0007b'} | 400 | reason | control character",
        "GET | /authorizations?status=MAYBE | `` | 400 | status | CAPTURED",
        "GET | /authorizations?size=501 | `` | 400 | size | 500",
        "GET | /authorizations?from=yesterday | `` | 400 | from | 2026-11-22T12:00:00Z",
        "GET | /authorizations?lastFour=12 | `` | 400 | lastFour | four digits",
        "GET | /authorizations?amount=50.00 | `` | 400 | amount | whole number",
        "GET | /authorizations?currency=EURO | `` | 400 | currency | ISO 4217",
        "POST | /authorizations/0193542b-7c00-7000-8000-000000000001/look-up | `` | 404 | reference | POST /authorizations",
        "GET | /authorizations?after=yesterday | `` | 400 | after | next",
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
    assertThat(response.asString()).doesNotContain("Exception", "111111111", "1111 1111");
  }

  /**
   * The digits of its last but one id pass the check; those of what is no traceparent are looked
   * at.
   */
  @ParameterizedTest
  @CsvSource({"01, 404", "0x, 400"})
  void aTraceparentsIdsAreNoCardNumber(String flags, int status) {
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-4111111111111111-" + flags;
    var response =
        given()
            .header("traceparent", trace)
            .get("/authorizations/0193542b-7c00-7000-8000-000000000001");

    assertThat(response.statusCode()).isEqualTo(status);
  }

  /** Sent bare, as no client sends such addresses. */
  @ParameterizedTest
  @ValueSource(strings = {"/authorizations/%zz", "/authorizations;pan=%zz", "/authorizations;a=%4"})
  void anAddressThatCannotBeDecodedIsRefused(String address) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      var request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void aKeyIsOfVisibleCharactersAndNotTooLong() {
    var response =
        given()
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", "k".repeat(101))
            .body("{\"terminalSerial\":\"P68NEVER01\",\"evseId\":\"E1\"}")
            .post("/authorizations");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.jsonPath().getString("field")).isEqualTo("Idempotency-Key");
  }

  @Test
  void aHoldThatDoesNotFitTheTerminalIsRefused() {
    try (var scene = new Scene()) {
      var serial = scene.terminal();
      assertThat(fieldOf(serial, "E1", "{\"minorUnits\": 5001, \"currency\": \"EUR\"}"))
          .isEqualTo("amount.minorUnits");
      assertThat(fieldOf(serial, "E1", "{\"minorUnits\": 100, \"currency\": \"USD\"}"))
          .isEqualTo("amount.currency");
      assertThat(fieldOf(serial, "E2", "null")).isEqualTo("evseId");
    }
  }

  private static String fieldOf(String serial, String evseId, String amount) {
    var response =
        Scene.post(
            """
            {"terminalSerial": "%s", "evseId": "%s", "amount": %s}
            """
                .formatted(serial, evseId, amount));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.jsonPath().getString("remedy")).isNotBlank();
    return response.jsonPath().getString("field");
  }

  @Test
  void aTerminalThatIsNotReadyRefusesWithTheRegistrysReasons() {
    try (var scene = new Scene()) {
      var serial = scene.terminal();
      scene.announce(serial, 3, Readiness.NOT_READY);
      scene.announce(serial, 2, Readiness.READY);

      Awaitility.await()
          .atMost(30, TimeUnit.SECONDS)
          .untilAsserted(() -> {
            var response = Scene.ask(serial, 0);
            assertThat(response.statusCode()).isEqualTo(409);
            assertThat(response.jsonPath().getList("reasons", String.class))
                .containsExactly("CPO_NOT_CONTRACTED");
          });
    }
  }
}
