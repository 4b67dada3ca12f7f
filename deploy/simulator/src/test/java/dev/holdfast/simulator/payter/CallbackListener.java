package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hears what the cloud sends, and answers as told: 204 unless another status is planned. */
final class CallbackListener implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SILENCE_MILLIS = 300;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch goOn = new CountDownLatch(0);

  private CallbackListener(HttpServer server) {
    this.server = server;
  }

  static CallbackListener start() throws IOException {
    CallbackListener listener =
        new CallbackListener(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    listener.server.setExecutor(listener.threads);
    listener.server.createContext("/cards", listener::hear);
    listener.server.start();
    return listener;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/cards";
  }

  void answer(int... planned) {
    for (int status : planned) {
      statuses.add(status);
    }
  }

  /** Answers nothing until the latch is counted down. */
  CountDownLatch fallSilent() {
    goOn = new CountDownLatch(1);
    return goOn;
  }

  JsonNode next() throws InterruptedException {
    @Nullable JsonNode callback = heard.poll(10, TimeUnit.SECONDS);
    assertThat(callback).as("a callback").isNotNull();
    return Objects.requireNonNull(callback);
  }

  void hearsNothingMore() throws InterruptedException {
    assertThat(heard.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS)).isNull();
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      assertThat(exchange.getRequestMethod()).isEqualTo("POST");
      assertThat(exchange.getRequestHeaders().getFirst("Content-Type"))
          .isEqualTo("application/json");
      heard.add(JSON.readTree(exchange.getRequestBody()));
      goOn.await();
      Integer planned = statuses.poll();
      exchange.sendResponseHeaders(planned == null ? 204 : planned, -1);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
