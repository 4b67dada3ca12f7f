package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.ChildProcess;
import dev.holdfast.infrastructure.FreePort;
import dev.holdfast.infrastructure.JavaProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A Java program with an HTTP port of its own, that can be killed and started again as it was. */
final class JavaProcess {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int STARTS = 3;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String name;
  private final Path log;
  private final IntFunction<Launch> launch;
  private volatile int port;
  private volatile URI readiness = URI.create("http://127.0.0.1");
  private volatile @Nullable ChildProcess process;

  /**
   * How the program is started on a port.
   *
   * @param readiness path that answers 200 when the program can be used
   */
  record Launch(JavaProgram program, Map<String, String> environment, String readiness) {}

  /** A program that is not started yet. */
  JavaProcess(String name, Path log, IntFunction<Launch> launch) {
    this.name = name;
    this.log = log;
    this.launch = launch;
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where it listens; 0 before the first start. */
  int port() {
    return port;
  }

  /** Starts it on a port that is free now: one that was chosen earlier may be taken by then. */
  void start() {
    port = FreePort.next();
    restart();
  }

  /** Starts it on the port that it had. */
  void restart() {
    Launch how = launch.apply(port);
    readiness = url().resolve(how.readiness());
    process = ChildProcess.start(name, how.program().command(), how.environment(), log);
  }

  /** Waits until it answers; says why if it does not. */
  void awaitReady() {
    awaitReady(STARTS);
  }

  // Even a port that was free at the start can be taken while the program gets ready.
  private void awaitReady(int startsLeft) {
    try {
      running().awaitReady(START, this::isReady);
    } catch (IllegalStateException ended) {
      if (startsLeft <= 1 || !saysPortIsTaken(String.valueOf(ended.getMessage()))) {
        throw ended;
      }
      start();
      awaitReady(startsLeft - 1);
    }
  }

  static boolean saysPortIsTaken(String message) {
    return message.contains("seems to be in use by another process")
        || message.contains("Address already in use");
  }

  /** True if it was started and does not run any more. */
  boolean hasEnded() {
    ChildProcess started = process;
    return started != null && !started.isAlive();
  }

  void kill() {
    running().kill();
  }

  /** Has it stand still (SIGSTOP). */
  void pause() {
    running().pause();
  }

  /** Lets it go on, if it stands still. */
  void resume() {
    running().resume();
  }

  /** Ends it in an orderly way, if it was started. */
  void terminate() {
    ChildProcess started = process;
    if (started != null) {
      started.terminate();
    }
  }

  private ChildProcess running() {
    ChildProcess started = process;
    if (started == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return started;
  }

  /** Does it answer that it can be used? */
  boolean isReady() {
    HttpRequest request = HttpRequest.newBuilder(readiness).timeout(ANSWER).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
