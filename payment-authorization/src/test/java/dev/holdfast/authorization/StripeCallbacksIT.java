package dev.holdfast.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.holdfast.authorization.stripe.StripeResource;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks of Stripe that are refused or ignored, and how they are told so. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@WithTestResource(value = StripeResource.class, scope = TestResourceScope.GLOBAL)
class StripeCallbacksIT {
  private static final String EVENT =
      StripeScene.event(
          JsonNodeFactory.instance.objectNode().put("id", "pi_1").put("object", "payment_intent"));

  private static void assertRefused(Response answer, int status, String field) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
    assertThat(answer.jsonPath().getString("remedy")).isNotBlank();
    assertThat(answer.asString()).doesNotContain("whsec", "Exception");
  }

  @Test
  void aSignedEventIsTakenAsItCameWhateverElseStandsInIt() {
    assertThat(StripeScene.callback(" " + EVENT + "\r\n").statusCode()).isEqualTo(200);
    var withNumber = EVENT.replace("\"pi_1\"", "\"pi_1\", \"network\": \"4111111111111111\"");
    assertThat(StripeScene.callback(withNumber).statusCode()).isEqualTo(200);
    assertThat(StripeScene.callback(EVENT.replace("pi_1", "pi_é")).statusCode()).isEqualTo(200);
  }

  /**
   * About one in twenty ids of a card network looks like a card number; Stripe would try for days.
   */
  @Test
  void ofWhatLooksLikeACardNumberInAnEventNothingIsToldOrLogged() {
    var lines = new ConcurrentLinkedQueue<String>();
    var ear = new Ear(lines);
    var root = Logger.getLogger("");
    root.addHandler(ear);
    try {
      var number = "4111111111111111";
      var event = EVENT.replace("\"pi_1\"", "\"%s\", \"network\": %s".formatted(number, number));
      var answer = StripeScene.callback(event);

      Logger.getLogger(getClass().getName()).info("the last line");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.asString()).doesNotContain("1111");
      assertThat(lines).contains("the last line").noneMatch(line -> line.contains("1111"));
    } finally {
      root.removeHandler(ear);
    }
  }

  /** Hears every line, before anything is masked in it. */
  private static final class Ear extends Handler {
    private static final Formatter MESSAGE = new PatternFormatter("%s%e");
    private final Collection<String> lines;

    Ear(Collection<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(MESSAGE.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void withoutTheRightSignatureNothingIsRead() {
    var good = StripeScene.signature(EVENT, Instant.now());
    assertRefused(StripeScene.callback(EVENT, ""), 400, "Stripe-Signature");
    assertRefused(StripeScene.callback(EVENT, good.replace("v1", "v0")), 400, "Stripe-Signature");
    assertRefused(StripeScene.callback(EVENT + " ", good), 400, "Stripe-Signature");
  }

  @ParameterizedTest
  @ValueSource(longs = {-400, 400})
  void whatWasSignedLongAgoOrAheadIsAReplay(long seconds) {
    var signature = StripeScene.signature(EVENT, Instant.now().plusSeconds(seconds));
    var refused = StripeScene.callback(EVENT, signature);

    assertRefused(refused, 400, "Stripe-Signature");
    assertThat(refused.asString()).contains("300 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "{\"object\": \"charge\"}", "\"text\""})
  void whatIsNoEventIsRefused(String body) {
    assertRefused(StripeScene.callback(body), 400, "body");
  }

  @ParameterizedTest
  @ValueSource(ints = {256 * 1024, 3 * 1024 * 1024})
  void whatIsTooLongIsRefused(int bytes) {
    var answer = StripeScene.callback(EVENT + " ".repeat(bytes));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"customer, names no payment", "payment_intent, read again if its card"})
  void whatIsNoneOfOursIsIgnoredAndSaysSo(String object, String result) {
    var answer = StripeScene.callback(EVENT.replace("payment_intent", object));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getString("result")).contains(result);
  }

  @Test
  void aThinEventIsIgnoredAndNotSentForDays() {
    var thin =
        """
        {"id": "evt_test_1", "object": "v2.core.event", "livemode": false,
         "type": "v1.payment_intent.succeeded",
         "related_object": {"id": "pi_1", "type": "payment_intent"}}
        """;

    assertThat(StripeScene.callback(thin).then().statusCode(200).extract().<String>path("result"))
        .startsWith("ignored: a thin event");
  }

  @Test
  void aReferenceThatIsNotHereDoesNoHarm() {
    var intent = JsonNodeFactory.instance.objectNode().put("object", "payment_intent");
    intent.putObject("metadata").put("reference", UUID.randomUUID().toString());

    assertThat(StripeScene.callback(StripeScene.event(intent)).statusCode()).isEqualTo(200);
  }

  @Test
  void anEventOfTheLiveModeIsNotOfThisAccount() {
    var live = EVENT.replace("\"livemode\" : false", "\"livemode\" : true");

    assertThat(StripeScene.callback(live).jsonPath().getString("result")).contains("other mode");
  }
}
