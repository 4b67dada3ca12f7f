package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.contractedCpo;
import static dev.holdfast.terminal.Doors.newCpoId;
import static dev.holdfast.terminal.Doors.newSerial;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Two who change the same do not both win: the later one is told. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class LostUpdatesIT {
  private static final String TERMINAL =
      "{\"vendor\": \"PAYTER\", \"country\": \"NL\", \"currency\": \"EUR\", \"model\": \"%s\"}";

  @Test
  void changesATerminalOnlyFromTheVersionThatWasRead() {
    var serial = newSerial();
    var path = "/terminals/" + serial;
    put(path, "If-Match", "*", TERMINAL.formatted("A"))
        .statusCode(412)
        .body("detail", containsString("is not known here"));
    var etag =
        put(path, "If-None-Match", "*", TERMINAL.formatted("A"))
            .statusCode(201)
            .extract()
            .header("ETag");
    put(path, "If-None-Match", "*", TERMINAL.formatted("B")).statusCode(412);

    var newest =
        put(path, "If-Match", etag, TERMINAL.formatted("B"))
            .statusCode(200)
            .extract()
            .header("ETag");
    put(path, "If-Match", etag, TERMINAL.formatted("C"))
        .statusCode(412)
        .contentType("application/problem+json")
        .body("field", containsString("If-Match"))
        .body("newest.model", equalTo("B"))
        .header("ETag", newest);
    Doors.get(path).body("model", equalTo("B"));
    put(path, "Accept", "*/*", TERMINAL.formatted("C"))
        .statusCode(428)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:holdfast:problem:version-needed"))
        .body("field", equalTo("If-Match"))
        .body("newest.model", equalTo("B"))
        .header("ETag", newest);
    Doors.post(path + "/retire").statusCode(428);
    Doors.get(path).body("model", equalTo("B")).body("retired", equalTo(false));
    given().header("If-Match", etag).post(path + "/retire").then().statusCode(412);
    given().header("If-Match", etag).delete(path + "/binding").then().statusCode(412);
  }

  @Test
  void letsOneOfManyWinWhoReadTheSameVersion() throws Exception {
    var path = "/cpos/" + newCpoId();
    var etag =
        put(path, "If-None-Match", "*", "{\"country\": \"NL\"}")
            .statusCode(201)
            .extract()
            .header("ETag");

    try (var workers = Executors.newFixedThreadPool(6)) {
      var changes =
          IntStream.range(0, 6)
              .<Callable<Integer>>mapToObj(round ->
                  () ->
                      put(
                              path,
                              "If-Match",
                              etag,
                              "{\"country\": \"NL\", \"overCommit\": %s, \"hold\": {\"minorUnits\": %d, \"currency\": \"EUR\"}}"
                                  .formatted(round % 2 == 0, 1000 + round))
                          .extract()
                          .statusCode())
              .toList();
      var statuses = new java.util.ArrayList<Integer>();
      for (var done : workers.invokeAll(changes)) {
        statuses.add(done.get());
      }
      Assertions.assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }
    Doors.get(path).body("version", equalTo(2));
  }

  @Test
  void refusesWhatIsNoVersion() {
    var path = "/cpos/" + contractedCpo();

    put(path, "If-Match", "7", "{}")
        .statusCode(400)
        .body("violations[0].message", containsString("quotes"));
    given()
        .header("If-Match", "\"1\"")
        .header("If-None-Match", "*")
        .contentType(ContentType.JSON)
        .body("{}")
        .put(path)
        .then()
        .statusCode(400)
        .body("field", equalTo("If-None-Match"));
  }

  private static ValidatableResponse put(String path, String header, String value, String body) {
    return given().header(header, value).contentType(ContentType.JSON).body(body).put(path).then();
  }
}
