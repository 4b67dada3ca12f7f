package dev.holdfast.infrastructure;

import java.nio.file.Path;
import java.util.List;

/** Apicurio in its own JVM. It keeps the schemas in PostgreSQL: their ids must survive it. */
final class EmbeddedRegistry implements Component {

  private final Parts parts;
  private final Path log;
  private final int port;
  private final Database server;
  private final int managementPort = FreePort.next();
  private final CurrentProcess process = new CurrentProcess();

  EmbeddedRegistry(Parts parts, Path root, int port, Database server) {
    this.parts = parts;
    this.log = root.resolve("logs").resolve("schema-registry.log");
    this.port = port;
    this.server = server;
  }

  @Override
  public void start() {
    var program = JavaProgram.quarkus(parts.registry(), parts, options());
    var environment = RegistrySettings.of(DatabaseServer.create(server, RegistrySettings.DATABASE));
    process.start(
        () -> ChildProcess.start("The schema registry", program.command(), environment, log),
        () -> SchemaSubjects.answer(Addresses.registryAt(port)));
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
    return Wire.to(Addresses.LOOPBACK, port);
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public String log() {
    return log.toString();
  }

  private List<String> options() {
    return List.of(
        "-Xmx384m",
        // It is asked a few dozen times in its life: a quick start is worth more than quick code.
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + port,
        // Else it opens port 9000 on every address of the machine.
        "-Dquarkus.management.host=127.0.0.1",
        "-Dquarkus.management.port=" + managementPort,
        "-Dquarkus.http.access-log.enabled=false");
  }
}
