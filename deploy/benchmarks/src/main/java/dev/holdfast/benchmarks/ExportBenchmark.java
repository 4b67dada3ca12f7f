package dev.holdfast.benchmarks;

import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.TextTable;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.launcher.system.Service;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the download of a long journal from session-settlement, which has a small heap, against
 * what a plain cursor takes to read the same lines; and how long the sums over it take.
 */
final class ExportBenchmark {
  private static final int LINES = 1_000_000;
  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final int BUFFER = 65_536;
  private static final int HALF_TIME = LINES / 2;

  private final LocalSystem system;
  private final Progress progress;
  private final PeakMemory memory;
  private final List<List<String>> rows = new ArrayList<>();

  /** Measures a system of which only the infrastructure is started. */
  ExportBenchmark(LocalSystem system, Progress progress) {
    this.system = system;
    this.progress = progress;
    this.memory =
        new PeakMemory(system.addresses().logs().resolve("session-settlement-collections.log"));
  }

  /** Measures and prints; true if each download has every line. */
  boolean run() {
    double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    URI service = system.start(Service.SESSION_SETTLEMENT, memory.jvmOptions());
    ManyLines journal = new ManyLines(system.database(Service.SESSION_SETTLEMENT));
    progress.step(
        String.format(Locale.ROOT, "%,d lines filled in", LINES), () -> journal.fill(LINES));
    Duration plain = journal.read(LINES);
    plain = shorter(plain, journal.read(LINES));
    say("the same rows by a plain JDBC cursor", plain, plain);
    boolean whole = download(service, "GET /journal/export, cold", Duration.ZERO, plain);
    whole &= download(service, "GET /journal/export, again", Duration.ZERO, plain);
    whole &= download(service, "GET /journal/export, client pauses", PAUSE, plain);
    sayConditions(busy);
    new TextTable(List.of("what", "time", "lines/s", "ratio"), rows).lines().forEach(progress::say);
    progress.say(memory.told());
    sum(service, "/trial-balance?size=500&from=2026-10-30&to=2026-10-31");
    sum(service, "/shortfall?size=500");
    progress.say(whole ? "Every download was whole." : "BROKEN: a download was not whole.");
    return whole;
  }

  private boolean download(URI service, String what, Duration pause, Duration plain) {
    long begin = System.nanoTime();
    long lines = count(service.resolve("/journal/export"), pause);
    Duration time = Duration.ofNanos(System.nanoTime() - begin).minus(pause);
    say(what, time, plain);
    progress.done(what, begin);
    return lines == LINES + 1;
  }

  /** Its lines, the header with them; the client pauses once it has half of them. */
  private static long count(URI file, Duration pause) {
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream body =
            client
                .send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofInputStream())
                .body()) {
      byte[] buffer = new byte[BUFFER];
      boolean paused = false;
      long lines = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
        if (!paused && lines > HALF_TIME) {
          paused = true;
          Thread.sleep(pause);
        }
      }
      return lines;
    } catch (IOException broken) {
      throw new IllegalStateException("The download broke: " + broken.getMessage(), broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void sum(URI service, String path) {
    try (RestApi settlement = new RestApi(service)) {
      long begin = System.nanoTime();
      var rows = settlement.get(path).required("items");
      progress.done("GET " + path + ": " + rows.size() + " rows", begin);
    }
  }

  private void say(String what, Duration time, Duration plain) {
    rows.add(
        List.of(
            what,
            String.format(Locale.ROOT, "%.1f s", time.toNanos() / 1e9),
            String.format(Locale.ROOT, "%,d", Math.round(LINES / (time.toNanos() / 1e9))),
            String.format(Locale.ROOT, "%.2f", (double) plain.toNanos() / time.toNanos())));
  }

  private void sayConditions(double busy) {
    progress.say("");
    progress.say(
        "%d cores, load %.1f before; session-settlement with -Xmx256m -XX:+UseSerialGC;"
            .formatted(Runtime.getRuntime().availableProcessors(), busy));
    progress.say("it, database, broker and this command share the machine.");
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
