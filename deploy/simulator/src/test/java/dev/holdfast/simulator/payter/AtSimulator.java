package dev.holdfast.simulator.payter;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that each test has to itself; one that is started again reads its journal. */
class AtSimulator {
  @TempDir Path folder;
  SimulatorClient client;
  private PayterSimulator simulator;

  @BeforeEach
  final void start() {
    simulator = PayterSimulator.start(0, folder.resolve("journal"));
    client = new SimulatorClient(simulator.url());
  }

  @AfterEach
  final void stop() {
    client.close();
    simulator.close();
  }
}
