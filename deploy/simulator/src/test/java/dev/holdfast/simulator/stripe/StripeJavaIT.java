package dev.holdfast.simulator.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.ChargeRetrieveParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentIncrementAuthorizationParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.terminal.ReaderCancelActionParams;
import com.stripe.param.terminal.ReaderListParams;
import com.stripe.param.terminal.ReaderPresentPaymentMethodParams;
import com.stripe.param.terminal.ReaderProcessPaymentIntentParams;
import com.stripe.param.terminal.ReaderRetrieveParams;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stripe's own client takes the simulator for Stripe: each answer fits its classes without a field
 * or value that Stripe does not publish, and each parameter is one that it knows.
 */
class StripeJavaIT extends AtStripe {
  private StripeClient client() {
    return StripeClient.builder()
        .setApiKey(StripeSimulator.TEST_KEY)
        .setApiBase(simulator.url().toString())
        .build();
  }

  @Test
  void paysWithIt() throws StripeException {
    var intents = client().v1().paymentIntents();
    var intent = intents.create(creation(), key("create"));
    var reader =
        client()
            .v1()
            .terminal()
            .readers()
            .processPaymentIntent(
                READER,
                ReaderProcessPaymentIntentParams.builder()
                    .setPaymentIntent(intent.getId())
                    .build());
    assertThat(reader.getAction().getStatus()).isEqualTo("in_progress");
    tap(Bank.APPROVES);

    assertThat(intents.retrieve(intent.getId()).getStatus()).isEqualTo("requires_capture");
    var captured =
        intents.capture(
            intent.getId(), PaymentIntentCaptureParams.builder().setAmountToCapture(2340L).build());
    assertThat(captured.getAmountReceived()).isEqualTo(2340);
    var refund =
        client()
            .v1()
            .refunds()
            .create(
                RefundCreateParams.builder()
                    .setPaymentIntent(intent.getId())
                    .setAmount(40L)
                    .build());
    assertThat(refund.getStatus()).isEqualTo("succeeded");
    assertThat(journal())
        .containsExactly("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660", "PAID_BACK 40");
  }

  @Test
  void refusalsAreTheExceptionsThatStripesClientKnows() throws StripeException {
    var intents = client().v1().paymentIntents();
    var held = held(Bank.APPROVES_NO_MORE);
    var more = PaymentIntentIncrementAuthorizationParams.builder().setAmount(6000L).build();
    assertThatThrownBy(() -> intents.incrementAuthorization(held, more))
        .isInstanceOf(CardException.class);
    assertThatThrownBy(() -> intents.retrieve("pi_none"))
        .isInstanceOf(InvalidRequestException.class);
    intents.create(creation(), key("one"));
    assertThatThrownBy(() -> intents.cancel(held, key("one")))
        .isInstanceOf(IdempotencyException.class);
    door("PUT", "account", "{\"perEndpoint\": 0}");
    assertThatThrownBy(() -> intents.retrieve(held)).isInstanceOf(RateLimitException.class);
  }

  @Test
  void everyAnswerFitsWhatIsPublished() {
    for (var bank : Bank.values()) {
      var intent = held(bank);
      look(intent);
      get(READER_PATH);
      post("/v1/payment_intents/" + intent + "/increment_authorization", "amount=6000");
      post("/v1/payment_intents/" + intent + "/capture", "");
      post("/v1/refunds", "payment_intent=" + intent);
      post("/v1/payment_intents/" + intent + "/cancel", "");
      post(READER_PATH + "/cancel_action", "");
      look(intent);
      get("/v1/charges/" + look(intent).body().at("/latest_charge/id").asText());
      if (bank == Bank.IS_SLOW) {
        door("POST", "readers/tmr_1/bank", "{\"approves\": true}");
      }
    }
    get("/v1/payment_intents?limit=100");
    get("/v1/payment_intents/search?query=metadata['order']:'7'");
    get("/v1/refunds?limit=100");
    get("/v1/terminal/readers");

    assertThat(answers).hasSizeGreaterThan(70);
    assertThat(answers.stream().flatMap(each -> new PublishedShapes().misfits(each).stream()))
        .isEmpty();
  }

  @Test
  void whatIsNotPublishedIsFound() {
    var strange = Json.object().put("object", "payment_intent").put("status", "waiting");
    strange.put("colour", "blue").putNull("amount");

    assertThat(new PublishedShapes().misfits(strange))
        .contains(
            "unknown value: payment_intent.status \"waiting\"",
            "unknown field: payment_intent.colour",
            "missing field: payment_intent.currency",
            "must not be null: payment_intent.amount")
        .doesNotContain("missing field: payment_intent.amount");
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void everyParameterIsPublished(Endpoint endpoint) {
    assertThat(endpoint.parameters()).allMatch(name -> isPublished(parameters(endpoint), name));
  }

  private static boolean isPublished(Class<?> type, String name) {
    for (var part : name.replace("]", "").split("\\[", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      var field = PublishedShapes.field(type, part);
      if (field.isEmpty()) {
        return false;
      }
      type = field.get().getType();
      if (type == Object.class) {
        type = nested(field.get().getDeclaringClass(), part);
      }
    }
    return true;
  }

  /** A parameter that may be empty, too, has no type but a builder's. */
  private static Class<?> nested(Class<?> owner, String part) {
    return Arrays.stream(owner.getDeclaredClasses())
        .filter(inner -> inner.getSimpleName().equalsIgnoreCase(part.replace("_", "")))
        .findFirst()
        .orElse(Object.class);
  }

  private static Class<?> parameters(Endpoint endpoint) {
    return switch (endpoint) {
      case CREATE_INTENT -> PaymentIntentCreateParams.class;
      case LIST_INTENTS -> PaymentIntentListParams.class;
      case SEARCH_INTENTS -> PaymentIntentSearchParams.class;
      case INTENT -> PaymentIntentRetrieveParams.class;
      case UPDATE_INTENT -> PaymentIntentUpdateParams.class;
      case INCREMENT -> PaymentIntentIncrementAuthorizationParams.class;
      case CAPTURE -> PaymentIntentCaptureParams.class;
      case CANCEL -> PaymentIntentCancelParams.class;
      case CHARGE -> ChargeRetrieveParams.class;
      case REFUND -> RefundCreateParams.class;
      case LIST_REFUNDS -> RefundListParams.class;
      case LIST_READERS -> ReaderListParams.class;
      case READER -> ReaderRetrieveParams.class;
      case PROCESS -> ReaderProcessPaymentIntentParams.class;
      case CANCEL_ACTION -> ReaderCancelActionParams.class;
      case PRESENT -> ReaderPresentPaymentMethodParams.class;
    };
  }

  @Test
  void eventsAreSignedAsStripesClientWantsThem() throws Exception {
    var bodies = new LinkedBlockingQueue<List<String>>();
    var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          bodies.add(List.of(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    listener.start();
    try {
      door(
          "PUT",
          "webhook",
          "{\"url\": \"http://127.0.0.1:%d\", \"secret\": \"whsec_1\", \"thin\": false}"
              .formatted(listener.getAddress().getPort()));
      var intent = intent();
      var told = bodies.poll(30, TimeUnit.SECONDS);

      var event = Webhook.constructEvent(told.getFirst(), told.getLast(), "whsec_1");
      assertThat(event.getType()).isEqualTo("payment_intent.created");
      assertThat(Json.parse(told.getFirst()).at("/data/object/id").asText()).isEqualTo(intent);
      assertThat(new PublishedShapes().misfits(Json.parse(told.getFirst()))).isEmpty();
    } finally {
      listener.stop(0);
    }
  }

  private static PaymentIntentCreateParams creation() {
    return PaymentIntentCreateParams.builder()
        .setAmount(5000L)
        .setCurrency("eur")
        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
        .addPaymentMethodType("card_present")
        .build();
  }

  private static RequestOptions key(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }
}
