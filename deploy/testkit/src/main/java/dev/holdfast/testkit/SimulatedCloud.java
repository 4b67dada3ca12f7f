package dev.holdfast.testkit;

import dev.holdfast.simulator.payter.PayterSimulator;
import java.util.Map;

/** The Payter cloud simulator in this JVM, and how a service finds it. */
final class SimulatedCloud implements AutoCloseable {
  private final PayterSimulator simulator;

  private SimulatedCloud(PayterSimulator simulator) {
    this.simulator = simulator;
  }

  static SimulatedCloud start() {
    var journal = SharedInfrastructure.workFolder("simulator").resolve("journal.jsonl");
    return new SimulatedCloud(PayterSimulator.start(0, journal));
  }

  Map<String, String> settings() {
    return Map.of(
        "holdfast.payter.test.url", simulator.url() + "/test",
        "holdfast.payter.test.api-key", PayterSimulator.TEST_API_KEY,
        "holdfast.payter.production.url", simulator.url() + "/production",
        "holdfast.payter.production.api-key", PayterSimulator.PRODUCTION_API_KEY,
        "holdfast.payter.status-page.url", simulator.url() + "/status");
  }

  @Override
  public void close() {
    simulator.close();
  }
}
