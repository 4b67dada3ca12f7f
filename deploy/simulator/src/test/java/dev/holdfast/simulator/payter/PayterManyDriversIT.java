package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drivers at many terminals at once: the witness must neither lose nor mix up a line. */
class PayterManyDriversIT {
  private static final int DRIVERS = 200;
  private static final String GOOD_CARD = "{\"profile\":\"APPROVE_ALL\"}";
  private static final String EACH = "RESERVED 5000 TAKEN 2340 GIVEN_BACK 2660 PAID_BACK 40";

  @TempDir private Path folder;

  @Test
  void eachDriversMoneyIsInTheJournalEvenAfterARestart() throws Exception {
    Path journal = folder.resolve("journal");
    String seen;
    try (PayterSimulator simulator = PayterSimulator.start(0, journal);
        SimulatorClient client = new SimulatorClient(simulator.url())) {
      for (Future<String> driver : allAtOnce(client)) {
        assertThat(driver.get()).isEqualTo(EACH);
      }
      seen = wholeJournal(client);
    }

    try (PayterSimulator again = PayterSimulator.start(0, journal);
        SimulatorClient client = new SimulatorClient(again.url())) {
      assertThat(wholeJournal(client)).isEqualTo(seen);
      assertThat(client.get("/simulator/journal").body()).hasSize(4 * DRIVERS);
    }
  }

  private static List<Future<String>> allAtOnce(SimulatorClient client)
      throws InterruptedException {
    List<Callable<String>> drivers = new ArrayList<>();
    for (int i = 0; i < DRIVERS; i++) {
      String serial = "P" + i;
      drivers.add(() -> pay(client, serial));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(drivers);
    }
  }

  private static String pay(SimulatorClient client, String serial) throws IOException {
    String session =
        "/test/terminals/"
            + serial
            + "/sessions/"
            + client.authorize(serial, 5000, GOOD_CARD, serial + ":AUTHORIZE:1").text("sessionId");
    client.post(session + "/commit?commitAmount=2340");
    client.post(session + "/refund?refundAmount=40&reference=" + serial + ":REFUND:1");
    return client.journal(serial);
  }

  private static String wholeJournal(SimulatorClient client) throws IOException {
    return client.get("/simulator/journal").body().toString();
  }
}
