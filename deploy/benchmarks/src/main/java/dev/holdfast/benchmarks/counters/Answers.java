package dev.holdfast.benchmarks.counters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Counts the answers of a server by the segments with data that the kernel sent on its connections:
 * each is the end of a round trip, and a large answer has several. It is asked with {@code ss}.
 */
final class Answers {
  private static final Pattern PEER = Pattern.compile("^\\S*\\s*\\d+\\s+\\d+\\s+\\S+\\s+(\\S+)");
  private static final Pattern SEGMENTS = Pattern.compile("data_segs_out:(\\d+)");

  private final int port;
  private final Map<String, Long> segments = new HashMap<>();
  private long total;

  /** Of the server that listens at this port of this machine. */
  Answers(int port) {
    this.port = port;
  }

  /** So many since the first look; empty where nobody can tell. */
  OptionalLong total() {
    List<String> lines;
    try {
      Process asked =
          new ProcessBuilder("ss", "-tinOH", "sport", "=", ":" + port)
              .redirectErrorStream(true)
              .start();
      lines =
          new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      if (asked.waitFor() != 0) {
        return OptionalLong.empty();
      }
    } catch (IOException absent) {
      return OptionalLong.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
    lines.forEach(this::add);
    return OptionalLong.of(total);
  }

  long sum() {
    return total;
  }

  /** One that ended since the last look keeps what it was seen with. */
  void add(String line) {
    var peer = PEER.matcher(line);
    var sent = SEGMENTS.matcher(line);
    if (peer.find() && sent.find()) {
      long now = Long.parseLong(sent.group(1));
      Long before = segments.put(peer.group(1), now);
      total += before == null || before > now ? now : now - before;
    }
  }
}
