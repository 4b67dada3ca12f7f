package dev.holdfast.terminal;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** The public doors of the registry, and the simulator's for what the vendor knows. */
final class Doors {
  private static final AtomicInteger NEXT = new AtomicInteger(100_000);
  private static final String REGISTRATION =
      "{\"vendor\": \"PAYTER\", \"model\": \"P68\", \"country\": \"NL\", \"currency\": \"EUR\"}";
  static final String LONG_AGO = "2020-01-01T00:00:00Z";

  private Doors() {}

  /** A serial that no other test uses. */
  static String newSerial() {
    return "P68TEST" + NEXT.incrementAndGet();
  }

  /** The id of a CPO that no other test uses. */
  static String newCpoId() {
    return "NL-C" + NEXT.incrementAndGet();
  }

  static ValidatableResponse put(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).put(path).then();
  }

  /** Changes what is there, whatever its version is. */
  static ValidatableResponse change(String path, String body) {
    return whateverIsThere().contentType(ContentType.JSON).body(body).put(path).then();
  }

  static ValidatableResponse retire(String serial) {
    return whateverIsThere().post("/terminals/" + serial + "/retire").then();
  }

  static RequestSpecification whateverIsThere() {
    return given().header("If-Match", "*");
  }

  static ValidatableResponse get(String path) {
    return given().get(path).then();
  }

  static ValidatableResponse post(String path) {
    return given().post(path).then();
  }

  static String contractedCpo() {
    var cpoId = newCpoId();
    put("/cpos/" + cpoId, "{\"country\": \"NL\"}").statusCode(201);
    putContract(cpoId, "\"validFrom\": \"" + LONG_AGO + "\"").statusCode(200);
    return cpoId;
  }

  static ValidatableResponse putContract(String cpoId, String dates) {
    return change(
        "/cpos/" + cpoId + "/contracts/ACCEPTANCE",
        "{%s, \"agreedBy\": \"frame agreement 7\"}".formatted(dates));
  }

  static ValidatableResponse register(String serial) {
    return put("/terminals/" + serial, REGISTRATION);
  }

  static ValidatableResponse registerAgain(String serial) {
    return change("/terminals/" + serial, REGISTRATION);
  }

  static ValidatableResponse bind(String serial, String cpoId) {
    return change(
        "/terminals/" + serial + "/binding",
        """
        {"chargerId": "CH-%s", "evseIds": ["NL*ABC*E1*1"], "cpoId": "%s"}
        """
            .formatted(serial, cpoId));
  }

  /** A terminal that is ready: known to the vendor, bound, contracted. */
  static String readyTerminal(String cpoId) {
    var serial = newSerial();
    vendorKnows("test", serial, "{}");
    register(serial).statusCode(201);
    bind(serial, cpoId).statusCode(200);
    return serial;
  }

  static void vendorKnows(String cloud, String serial, String settings) {
    simulator("/simulator/clouds/" + cloud + "/terminals/" + serial, settings);
  }

  static void statusPageSays(String status) {
    simulator("/simulator/status-page", "{\"status\": \"" + status + "\"}");
  }

  /** The page says operational, and lists one maintenance. */
  static void statusPageAnnounces(String name, String status, Instant from, Instant until) {
    simulator(
        "/simulator/status-page",
        """
        {"status": "operational", "maintenances": [
          {"name": "%s", "status": "%s", "scheduledFor": "%s", "scheduledUntil": "%s"}]}
        """
            .formatted(name, status, from, until));
  }

  static void statusPageFails() {
    var fault = "{\"operation\": \"STATUS_PAGE\", \"kind\": \"SERVER_ERROR\", \"probability\": 1}";
    given().body(fault).post(simulator() + "/simulator/faults").then().statusCode(201);
  }

  static void nothingFails() {
    given().delete(simulator() + "/simulator/faults").then().statusCode(204);
  }

  private static void simulator(String path, String body) {
    var address = simulator() + path;
    int status = given().contentType(ContentType.JSON).body(body).put(address).statusCode();
    if (status >= 300) {
      throw new IllegalStateException(address + " answered " + status);
    }
  }

  private static String simulator() {
    var cloud = ConfigProvider.getConfig().getValue("holdfast.payter.test.url", String.class);
    return cloud.substring(0, cloud.length() - "/test".length());
  }
}
