package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;

/** The doors below {@code /simulator/stripe}: what is set, presented, disturbed and witnessed. */
final class Control {
  static final String ROOT = "/simulator/stripe/";

  private final World world;
  private final Api api;
  private final Clock clock;

  private record Pin(boolean right) {}

  private record Answer(boolean approves) {}

  Control(World world, Api api, Clock clock) {
    this.world = world;
    this.api = api;
    this.clock = clock;
  }

  Reply answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring(ROOT.length()).split("/", -1);
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var query = exchange.getRequestURI().getRawQuery();
    Reply reply;
    synchronized (world) {
      reply =
          switch (exchange.getRequestMethod()) {
            case "GET" -> Reply.ok(read(path, Form.of(query == null ? "" : query)));
            case "PUT" -> done(() -> put(path, body));
            case "POST" -> done(() -> post(path, body));
            case "DELETE" -> done(() -> delete(path));
            default -> throw StripeError.noSuchAddress(exchange.getRequestMethod());
          };
    }
    world.force();
    return reply;
  }

  private static Reply done(Runnable deed) {
    deed.run();
    return Reply.ok(Json.object());
  }

  private JsonNode read(String[] path, Form query) {
    return switch (path[0]) {
      case "journal" -> Listed.of(world.store().movements().stream().filter(named(query)));
      case "intents" ->
          Listed.of(
              world.store().all(Intents.OBJECT).filter(named(query)).map(world.intents()::whole));
      case "readers" -> Json.shown(reader(path));
      case "calls" -> counted(api.limits().calls());
      case "refused" -> counted(api.limits().refused());
      default -> throw StripeError.noSuchAddress(path[0]);
    };
  }

  private void put(String[] path, String body) {
    switch (path[0]) {
      case "readers" -> setUp(path[1], Json.parse(body, ReaderSettings.class));
      case "account" -> {
        world.set(Json.parse(body, Account.class));
        api.limits().begin();
      }
      case "webhook" -> world.events().goTo(Json.parse(body, Events.Webhook.class));
      default -> throw StripeError.noSuchAddress(path[0]);
    }
  }

  private void post(String[] path, String body) {
    switch (path.length == 3 ? path[2] : path[0]) {
      case "tap" -> world.taps().hold(reader(path), Json.parse(body, Card.class));
      case "pin" -> world.taps().pin(reader(path), Json.parse(body, Pin.class).right());
      case "bank" -> world.taps().answer(reader(path), Json.parse(body, Answer.class).approves());
      case "lapse" -> lapse(path[1]);
      case "faults" -> api.disturb(Json.parse(body, Fault.class));
      case "late-calls" -> api.arriveNow();
      default -> throw StripeError.noSuchAddress(path[0]);
    }
  }

  private void delete(String[] path) {
    switch (path[0]) {
      case "faults" -> api.heal();
      case "keys" -> api.forgetKeys();
      default -> throw StripeError.noSuchAddress(path[0]);
    }
  }

  /** The hold's time is over: Stripe cancels the intent by itself. */
  private void lapse(String intent) {
    world
        .store()
        .all(Intents.OBJECT)
        .filter(found -> found.path("id").asText().equals(intent))
        .forEach(found -> world.intents().end(found, "automatic"));
  }

  private void setUp(String id, ReaderSettings settings) {
    var live = settings.livemode();
    var reader =
        world
            .store()
            .find(Readers.OBJECT, id, live)
            .orElseGet(() -> Shapes.reader(id, live, clock.instant()));
    world.store().save(settings.in(reader));
  }

  private ObjectNode reader(String[] path) {
    return world
        .store()
        .all(Readers.OBJECT)
        .filter(reader -> reader.path("id").asText().equals(path[1]))
        .findFirst()
        .orElseThrow(() -> StripeError.missing(Readers.OBJECT, path[1]));
  }

  /** With {@code key} and {@code value}: those whose metadata says so. */
  private static Predicate<ObjectNode> named(Form query) {
    var key = query.get("key");
    return found ->
        key.isEmpty()
            || found
                .path("metadata")
                .path(key.get())
                .asText()
                .equals(query.get("value").orElse(""));
  }

  private static JsonNode counted(Map<Endpoint, Long> counts) {
    var json = Json.object();
    counts.forEach((endpoint, count) -> json.put(endpoint.name(), count));
    return json;
  }
}
