package dev.holdfast.testkit;

import dev.holdfast.infrastructure.AtExit;
import dev.holdfast.infrastructure.ChildProcess;
import dev.holdfast.infrastructure.FreePort;
import dev.holdfast.infrastructure.JavaProgram;
import dev.holdfast.infrastructure.Parts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A built service as a process of its own, that can be killed and started again at the same
 * address.
 */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(90);
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final String name;
  private final List<String> command;
  private final Path log;
  private final URI url;
  private final AtExit.Closing closing = this::end;
  private ChildProcess process;

  private ServiceProcess(String name, List<String> command, Path log, URI url) {
    this.name = name;
    this.command = command;
    this.log = log;
    this.url = url;
    this.process = ChildProcess.start(name, command, Map.of(), log);
  }

  /**
   * Starts a service and waits until it says that it is ready.
   *
   * @param module the folder of its Maven module, packaged before
   * @param settings its configuration, for example {@link Stack#settings}
   * @param more options of its Java, such as another heap
   * @throws IllegalStateException if it is not packaged or does not get ready, with the end of its
   *     log
   */
  public static ServiceProcess start(Path module, Map<String, String> settings, String... more) {
    var folder = module.toAbsolutePath().normalize().resolve("target").resolve("quarkus-app");
    var name = String.valueOf(module.toAbsolutePath().normalize().getFileName());
    if (!Files.exists(folder.resolve("quarkus-run.jar"))) {
      throw new IllegalStateException(
          folder + " is missing. Run './mvnw -pl " + name + " package -DskipTests' first.");
    }
    int port = FreePort.next();
    var options =
        Stream.of(
                Stream.of(
                    "-Xmx384m",
                    "-XX:TieredStopAtLevel=1",
                    "-Dquarkus.http.host=127.0.0.1",
                    "-Dquarkus.http.port=" + port),
                settings.entrySet().stream()
                    .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue()),
                Stream.of(more))
            .flatMap(each -> each)
            .toList();
    var log = SharedInfrastructure.workFolder(name).resolve("service.log");
    var service =
        new ServiceProcess(
            name,
            JavaProgram.quarkus(folder, Parts.find(), options).command(),
            log,
            URI.create("http://127.0.0.1:" + port));
    AtExit.close(service.closing);
    service.awaitReady();
    return service;
  }

  /** Its base address, the same after a restart. */
  public URI url() {
    return url;
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }

  /** Whether its readiness check passes at this moment. */
  public boolean isReady() {
    try (var http = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
      var request = HttpRequest.newBuilder(url.resolve("/q/health/ready")).timeout(ANSWER).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends it at once (SIGKILL), in the middle of whatever it does. */
  public void kill() {
    process.kill();
  }

  /**
   * Asks it to end (SIGTERM) and waits until it has drained.
   *
   * @throws AssertionError if it does not end within 30 s; it is killed then
   */
  public void terminate() {
    if (!process.terminate()) {
      throw new AssertionError(name + " did not end after SIGTERM and was killed, see " + log);
    }
  }

  /** Starts it again after {@link #kill} or {@link #terminate}, with the same settings. */
  public void restart() {
    beginRestart();
    awaitReady();
  }

  /**
   * As {@link #restart}, but does not wait until it is ready: it can be killed on its way there.
   */
  public void beginRestart() {
    if (process.isAlive()) {
      throw new IllegalStateException(name + " still runs: kill or terminate it first.");
    }
    process = ChildProcess.start(name, command, Map.of(), log);
  }

  @Override
  public void close() {
    end();
    AtExit.forget(closing);
  }

  private void end() {
    process.terminate();
  }

  private void awaitReady() {
    process.awaitReady(READY, this::isReady);
  }
}
