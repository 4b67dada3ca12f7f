package dev.holdfast.authorization;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.holdfast.authorization.stripe.StripeCard;
import dev.holdfast.authorization.stripe.StripeDoors;
import dev.holdfast.authorization.stripe.StripeResource;
import dev.holdfast.contracts.Topic;
import dev.holdfast.events.Environment;
import dev.holdfast.events.Readiness;
import dev.holdfast.events.TerminalChange;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.events.VendorEnvironment;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A driver at a reader of Stripe, and Stripe's callbacks. */
final class StripeScene {
  private final TopicProbe topics;
  private final StripeDoors stripe;

  StripeScene(TopicProbe topics, StripeDoors stripe) {
    this.topics = topics;
    this.stripe = stripe;
  }

  /** A reader of its own for each test: READY, 50.00 EUR a hold. */
  String reader() {
    var random = ThreadLocalRandom.current().nextLong(1L << 50, 1L << 60);
    var serial = "tmr_" + Long.toString(random, 36);
    stripe.hasReader(serial);
    announce(serial, "STRIPE");
    return serial;
  }

  void announce(String serial, String vendor) {
    topics.publish(
        Topic.TERMINALS,
        serial,
        TerminalChanged.newBuilder()
            .setSerial(serial)
            .setVersion(1)
            .setOccurredAt(Instant.now())
            .setChange(TerminalChange.READINESS_CHANGED)
            .setEnvironment(Environment.ACCEPTANCE)
            .setVendor(vendor)
            .setVendorEnvironment(VendorEnvironment.TEST)
            .setCpoId("CPO-1")
            .setChargerId("CHARGER-1")
            .setEvseIds(List.of("E1"))
            .setCountry("NL")
            .setCurrency("EUR")
            .setReadiness(Readiness.READY)
            .setReasons(List.of())
            .setHoldAmount(Scene.eur(5000))
            .setOverCommit(true)
            .build());
    await().atMost(30, SECONDS).until(() -> isKnown(serial));
  }

  /** A request that can never place a hold tells whether the terminal is known. */
  private static boolean isKnown(String serial) {
    var body =
        """
        {"terminalSerial": "%s", "evseId": "E1", "amount": {"minorUnits": 1, "currency": "USD"}}
        """
            .formatted(serial);
    return !"Unknown terminal".equals(Scene.post(body).jsonPath().getString("title"));
  }

  /** Asks for a hold; the card is presented when the reader asks for it, so it may be there now. */
  String asked(String serial, StripeCard card) {
    stripe.present(serial, card, Instant.ofEpochSecond(4_000_000_000L));
    return Scene.ask(serial, 0).then().statusCode(oneOf(201, 202)).extract().path("reference");
  }

  /** An event about an object, as Stripe would send it. */
  static String event(JsonNode object) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("id", "evt_1").put("object", "event").put("livemode", false);
    event.put("type", "terminal.reader.action_succeeded");
    event.putObject("data").set("object", object);
    return event.toPrettyString();
  }

  static Response callback(String body, String signature) {
    return given()
        .contentType(ContentType.JSON)
        .header("Stripe-Signature", signature)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/callbacks/stripe");
  }

  static Response callback(String body) {
    return callback(body, signature(body, Instant.now()));
  }

  static String signature(String body, Instant at) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var secret = StripeResource.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      var text = at.getEpochSecond() + "." + body;
      var digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
