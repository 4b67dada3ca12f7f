package dev.holdfast.infrastructure;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1 on which nobody listens. */
public final class FreePort {
  // Below the range from which systems take the ports of outgoing connections (32768 and up): one
  // from that range could be taken while our listener is down, even by a client that waits for the
  // listener and, by chance, connects to itself.
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 1_000;

  /** One file a port: who holds its lock has the port, until that JVM ends, however it ends. */
  private static final Path LOCKS =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "holdfast-ports-" + System.getProperty("user.name"));

  private static final Queue<FileChannel> OPEN = new ConcurrentLinkedQueue<>();

  private FreePort() {}

  /**
   * A port that was free a moment ago, and that no JVM of this machine's user has given out that
   * still runs.
   *
   * @throws IllegalStateException if none is found
   */
  public static int next() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isOurs(port) && isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No free port between " + FIRST + " and " + LAST + " on 127.0.0.1: end what holds them.");
  }

  private static boolean isOurs(int port) {
    try {
      Files.createDirectories(LOCKS);
      var file = FileChannel.open(LOCKS.resolve(String.valueOf(port)), CREATE, WRITE);
      // Never closed: that could give up the lock which this JVM has by another channel.
      OPEN.add(file);
      return file.tryLock() != null;
    } catch (OverlappingFileLockException givenInThisJvm) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("No port can be reserved in " + LOCKS, e);
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
