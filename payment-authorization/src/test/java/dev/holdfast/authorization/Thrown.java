package dev.holdfast.authorization;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * Exceptions on the threads of the service, caught or not, as the JVM's recorder sees them; those
 * of the test's own threads do not count, nor does a connection that a client has closed.
 */
final class Thrown implements AutoCloseable {
  private static final Pattern SERVICE =
      Pattern.compile("(vert\\.x-|executor-thread|relay|smallrye-kafka).*");
  private static final Pattern CLOSED =
      Pattern.compile("io\\.netty\\.channel\\..*|io\\.vertx\\.core\\.impl\\.NoStackTrace.*");

  private final RecordingStream recording = new RecordingStream();
  private final Map<String, AtomicInteger> thrown = new ConcurrentHashMap<>();

  Thrown() {
    // Without the first, JDK 25 does not look for the second.
    recording.enable("jdk.JavaErrorThrow");
    recording.enable("jdk.JavaExceptionThrow").withStackTrace();
    recording.onEvent("jdk.JavaExceptionThrow", this::count);
    recording.startAsync();
  }

  private void count(RecordedEvent event) {
    var type = event.getClass("thrownClass").getName();
    var thread = event.getThread();
    var name = thread == null ? null : thread.getJavaName();
    if (name != null && SERVICE.matcher(name).matches() && !CLOSED.matcher(type).matches()) {
      var what = "%s: %s, %s".formatted(type, event.getString("message"), place(event));
      thrown.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }
  }

  /** The nearest class of ours. */
  private static String place(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .filter(frame -> frame.getMethod().getType().getName().startsWith("dev.holdfast."))
        .findFirst()
        .map(frame -> frame.getMethod().getType().getName() + ":" + frame.getLineNumber())
        .orElse("in none of our classes");
  }

  /** What was thrown until about a second ago, and how often. */
  Map<String, Integer> counted() {
    var counted = new TreeMap<String, Integer>();
    thrown.forEach((what, times) -> counted.put(what, times.get()));
    return counted;
  }

  @Override
  public void close() {
    recording.close();
  }
}
