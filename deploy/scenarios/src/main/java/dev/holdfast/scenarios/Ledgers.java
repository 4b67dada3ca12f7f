package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.holdfast.launcher.RestApi;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads the gateways' own journals and ours, and compares them.
 *
 * @param frontDoor where our journal is read
 * @param simulator where Payter's is
 * @param stripe where Stripe's is
 */
record Ledgers(RestApi frontDoor, RestApi simulator, RestApi stripe) {
  private static final Set<String> OF_REPORTS = Set.of("GATEWAY_FEE", "PAID_OUT", "REPORTED");
  private static final String STRIPES = "/simulator/stripe/journal";

  /** Under this name the gateway's journal has what other systems of the account do. */
  static final String OTHERS = "somebody-else";

  /** One payment in both journals. */
  record Pair(String reference, Money gatewayTook, Money weExpect) {
    boolean isEqual() {
      return gatewayTook.isEqual(weExpect);
    }

    List<String> cells() {
      return List.of(
          reference, Amounts.words(gatewayTook), Amounts.words(weExpect), isEqual() ? "yes" : "NO");
    }
  }

  Pair compare(String reference) {
    return new Pair(
        reference, taken(gatewayJournal(reference)), receivableFromGateway(journal(reference)));
  }

  /** Payments that the gateway's journal has and nobody here asked for. */
  List<String> unknown(List<String> references) {
    Stream<String> atStripe =
        stream(stripe.get(STRIPES)).map(line -> line.path("metadata").path("reference").asText());
    return Stream.concat(
            atStripe,
            stream(simulator.get("/simulator/journal"))
                .map(line -> payment(line.path("reference").asText())))
        .distinct()
        .filter(payment -> !references.contains(payment) && !payment.equals(OTHERS))
        .toList();
  }

  /** Attempts are named after their payment: {@code payment:kind:number}. */
  static String payment(String attempt) {
    return attempt.replaceFirst(":.*", "");
  }

  /** What a payment must not show, whatever its scenario: each as a sentence. */
  List<String> doubles(String reference) {
    long taken =
        stream(gatewayJournal(reference)).filter(line -> is(line, "kind", "TAKEN")).count();
    List<JsonNode> booked = stream(journal(reference)).map(Ledgers::withoutNames).toList();
    List<String> doubles =
        booked.stream()
            .distinct()
            .filter(entry -> Collections.frequency(booked, entry) > 1)
            .map(entry -> "several journal entries for " + entry.path("cause").asText())
            .toList();
    return taken <= 1
        ? doubles
        : Stream.concat(doubles.stream(), Stream.of("taken " + taken + " times")).toList();
  }

  /** What an entry books. A revision that was taken back may be followed by another bill. */
  private static JsonNode withoutNames(JsonNode entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .setAll(Map.of("cause", entry.path("cause"), "lines", entry.path("lines")));
  }

  private JsonNode gatewayJournal(String reference) {
    ArrayNode both = JsonNodeFactory.instance.arrayNode();
    simulator.get("/simulator/journal?reference=" + reference).forEach(both::add);
    stripe.get(STRIPES + "?key=reference&value=" + reference).forEach(both::add);
    return both;
  }

  private JsonNode journal(String reference) {
    return frontDoor.get("/journal?size=500&reference=" + reference).required("items");
  }

  /** What the gateway took and has not paid back. */
  static Money taken(JsonNode gatewayJournal) {
    return sum(moved(gatewayJournal, "TAKEN")).minus(sum(moved(gatewayJournal, "PAID_BACK")));
  }

  private static List<Money> moved(JsonNode gatewayJournal, String kind) {
    return stream(gatewayJournal)
        .filter(line -> is(line, "kind", kind))
        .map(line ->
            Money.ofMinor(
                CurrencyUnit.of(line.required("currency").textValue()),
                line.required("minorUnits").longValue()))
        .toList();
  }

  /** What the gateway took for us; not what only its reports tell: fees, chargebacks, payouts. */
  static Money receivableFromGateway(JsonNode journal) {
    return sum(
        stream(journal)
            .filter(entry -> !OF_REPORTS.contains(entry.path("cause").asText()))
            .flatMap(entry -> stream(entry.path("lines")))
            .filter(line -> is(line, "account", "RECEIVABLE_FROM_GATEWAY"))
            .map(Ledgers::signed)
            .toList());
  }

  private static Money signed(JsonNode line) {
    Money amount = Amounts.of(line.required("amount"));
    if (amount == null) {
      throw new IllegalStateException("A journal line has no amount: " + line);
    }
    return is(line, "side", "DEBIT") ? amount : amount.negated();
  }

  private static Money sum(List<Money> amounts) {
    return amounts.isEmpty() ? Amounts.eur(0) : Money.total(amounts);
  }

  private static boolean is(JsonNode node, String field, String text) {
    return text.equals(node.path(field).textValue());
  }

  private static Stream<JsonNode> stream(@Nullable JsonNode array) {
    return array == null ? Stream.empty() : StreamSupport.stream(array.spliterator(), false);
  }
}
