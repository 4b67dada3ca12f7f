package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.simulator.payter.PayterSimulator;
import dev.holdfast.simulator.stripe.StripeSimulator;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The settings that a service is given from outside. */
record ServiceSettings(Service service, int port, Reach reach, URI stripe) {

  private static final String CALLBACK_SECRET = "local-" + UUID.randomUUID();

  /** As environment variables, which unlike arguments are not seen by every user of the machine. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    properties().forEach((name, value) -> environment.put(variable(name), value));
    return environment;
  }

  /** MicroProfile Config's rule for the name of a variable. */
  static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
  }

  Map<String, String> properties() {
    Database database = reach.database();
    URI simulator = reach.simulator();
    Map<String, String> properties = new TreeMap<>();
    properties.put("quarkus.http.host", "127.0.0.1");
    properties.put("quarkus.http.port", Integer.toString(port));
    properties.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
    properties.put("quarkus.datasource.reactive.url", database.reactiveUrl());
    properties.put("quarkus.datasource.username", database.user());
    properties.put("quarkus.datasource.password", database.password());
    properties.put("kafka.bootstrap.servers", reach.broker());
    properties.put("holdfast.schema-registry.url", reach.schemaRegistry().toString());
    properties.put("holdfast.environment", "ACCEPTANCE");
    properties.put("holdfast.payter.test.url", simulator + "/test");
    properties.put("holdfast.payter.test.api-key", PayterSimulator.TEST_API_KEY);
    properties.put("holdfast.payter.production.url", simulator + "/production");
    properties.put("holdfast.payter.production.api-key", PayterSimulator.PRODUCTION_API_KEY);
    properties.put("holdfast.payter.status-page.url", simulator + "/status");
    // Who plays an outage looks on: half a minute, the default, is long then.
    properties.put("holdfast.payter.status-page.every", "2s");
    properties.put("holdfast.stripe.url", stripe.toString());
    properties.put("holdfast.stripe.secret-key", StripeSimulator.TEST_KEY);
    properties.put("holdfast.stripe.webhook-secret", StripeEvents.SECRET);
    if (service == Service.PAYMENT_AUTHORIZATION) {
      properties.put("holdfast.payter.callbacks.url", reach.self().toString());
      properties.put("holdfast.payter.callbacks.secret", CALLBACK_SECRET);
    }
    if (service == Service.SESSION_SETTLEMENT) {
      // Minutes to a day, the defaults, are long for who looks on.
      properties.put("holdfast.settlement.wait-for-hold", "20s");
      properties.put("holdfast.settlement.wait-for-close", "20s");
      properties.put("holdfast.settlement.publishes-starts", "NL-STR");
      properties.put("holdfast.settlement.wait-for-start", "10s");
      properties.put("holdfast.goodwill.alone-up-to.EUR", "1000");
      properties.put("holdfast.settlement.above-the-hold", "NL-HLD:2026-01-01:Holdfast demo");
    }
    return properties;
  }
}
