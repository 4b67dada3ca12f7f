package dev.holdfast.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvariantsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'items':[{'invariant':'captured-once','rows':0},{'invariant':'entries-balance','rows':0}]}|0|2 invariants checked, none broken",
        "{'items':[{'invariant':'captured-once','rows':0},{'invariant':'entries-balance','rows':3}]}|1|3  entries-balance",
        "{'items':[]}|1|0 invariants checked",
      })
  void exitsWithZeroOnlyIfNoRowBreaksAny(String findings, int exit, String words)
      throws IOException {
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = findings.replace('\'', '"').getBytes(UTF_8);
    service.createContext(
        "/settlements/invariants",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
    try {
      assertThat(run("http://127.0.0.1:" + service.getAddress().getPort())).isEqualTo(exit);
      assertThat(out.toString(UTF_8)).contains(words);
    } finally {
      service.stop(0);
    }
  }

  @Test
  void saysWhatIsWrongWithTheWords() {
    assertThat(run("8080")).isEqualTo(2);
    assertThat(run()).isEqualTo(1);
    assertThat(errors.toString(UTF_8)).contains("Usage:").contains("Start deploy/up");
  }

  private int run(String... words) {
    return Invariants.run(root, words, new PrintStream(out), new PrintStream(errors));
  }
}
