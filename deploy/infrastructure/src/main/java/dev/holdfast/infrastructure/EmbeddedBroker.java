package dev.holdfast.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One Kafka broker that is its own controller (KRaft), in its own JVM. */
final class EmbeddedBroker implements Component {
  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=INFO
      java.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n
      # Kafka prints every setting of every client otherwise.
      org.apache.kafka.common.config.level=WARNING
      """;

  private final Parts parts;
  private final Path folder;
  private final Path log;
  private final int port;
  private final int controllerPort = FreePort.next();
  private final List<WiredListener> wired = Stream.generate(WiredListener::new).limit(4).toList();
  private final AtomicInteger wires = new AtomicInteger();
  private final CurrentProcess process = new CurrentProcess();

  /** Clients that come by a wire are told to stay on it: the wire's entrance is advertised. */
  private record WiredListener(int port, int entrance) {
    WiredListener() {
      this(FreePort.next(), FreePort.next());
    }
  }

  EmbeddedBroker(Parts parts, Path root, int port) {
    this.parts = parts;
    this.folder = root.resolve("broker");
    this.log = root.resolve("logs").resolve("broker.log");
    this.port = port;
  }

  @Override
  public void start() {
    var program =
        new JavaProgram(
            List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.config.file=" + write("logging", LOGGING)),
            List.of(parts.libraries().resolve("*")),
            BrokerProcess.class.getName(),
            List.of(
                write("server", settings()).toString(),
                records().toString(),
                BrokerSettings.CLUSTER_ID));
    process.start(
        () -> ChildProcess.start("The broker", program.command(), Map.of(), log),
        () -> BrokerCheck.answers(Addresses.LOOPBACK + ":" + port));
  }

  @Override
  public void stop() {
    process.use(ChildProcess::terminate);
  }

  @Override
  public void kill() {
    process.use(ChildProcess::kill);
  }

  @Override
  public void pause() {
    process.use(ChildProcess::pause);
  }

  @Override
  public void resume() {
    process.use(ChildProcess::resume);
  }

  @Override
  public Wire wire() {
    int next = wires.getAndIncrement();
    if (next >= wired.size()) {
      throw new IllegalStateException("The broker has listeners for " + wired.size() + " wires");
    }
    var listener = wired.get(next);
    return Wire.from(listener.entrance(), Addresses.LOOPBACK, listener.port());
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public String log() {
    return log.toString();
  }

  private Path records() {
    return folder.resolve("records");
  }

  private Path write(String name, String properties) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve(name + ".properties"), properties);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the broker's settings to " + folder, e);
    }
  }

  private String settings() {
    var address = Addresses.LOOPBACK + ":" + port;
    var settings =
        BrokerSettings.of(
            address, address, Addresses.LOOPBACK + ":" + controllerPort, records().toString());
    for (int i = 0; i < wired.size(); i++) {
      settings =
          settings.withListener(
              "WIRED" + i,
              Addresses.LOOPBACK + ":" + wired.get(i).port(),
              Addresses.LOOPBACK + ":" + wired.get(i).entrance());
    }
    return settings.asProperties();
  }
}
