package dev.holdfast.terminal.payter;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** All that is logged, and at any level what the HTTP client and this service log. */
final class CapturedLog extends Handler {
  private static final List<Logger> TALKATIVE =
      Stream.of("io.vertx", "io.netty", "org.jboss.resteasy", "io.quarkus", "dev.holdfast")
          .map(Logger::getLogger)
          .toList();
  private static final Logger ROOT = Logger.getLogger("");

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  CapturedLog() {
    setLevel(Level.ALL);
    ROOT.addHandler(this);
    for (var logger : TALKATIVE) {
      logger.setLevel(Level.ALL);
      // Not to the console: each byte buffer is logged at this level.
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void publish(LogRecord line) {
    var text = new StringWriter();
    text.append(line.getLoggerName() + " " + line.getLevel() + " " + line.getMessage());
    text.append(Arrays.toString(line.getParameters()));
    if (line.getThrown() != null) {
      line.getThrown().printStackTrace(new PrintWriter(text, true));
    }
    lines.add(text.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    for (var logger : TALKATIVE) {
      logger.removeHandler(this);
      logger.setUseParentHandlers(true);
      logger.setLevel(null);
    }
  }
}
