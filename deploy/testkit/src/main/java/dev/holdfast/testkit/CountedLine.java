package dev.holdfast.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a PostgreSQL server of this machine, and counts what the client asks
 * for, message by message of the protocol: an Execute ({@code E}) is a statement, a Query ({@code
 * Q}) a word such as BEGIN or COMMIT.
 */
public final class CountedLine {
  /** Statements that were carried out. */
  public static final AtomicInteger STATEMENTS = new AtomicInteger();

  /** Words such as BEGIN and COMMIT. */
  public static final AtomicInteger WORDS = new AtomicInteger();

  /** Whenever the client speaks after the server has spoken, it had waited for an answer. */
  public static final AtomicInteger ROUND_TRIPS = new AtomicInteger();

  private static final int BUFFER_BYTES = 65_536;
  private static final int LENGTH_BYTES = 4;

  private final ServerSocket door;
  private final String host;
  private final int port;

  CountedLine(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        var client = door.accept();
        var server = new Socket(host, port);
        var messages = new Messages();
        Thread.ofVirtual().start(() -> pump(client, server, messages::count));
        Thread.ofVirtual().start(() -> pump(server, client, (_, _) -> messages.answered()));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static void pump(Socket from, Socket to, Seen seen) {
    var buffer = new byte[BUFFER_BYTES];
    try (from;
        to;
        var in = from.getInputStream();
        var out = to.getOutputStream()) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        seen.read(buffer, length);
        out.write(buffer, 0, length);
      }
    } catch (IOException closed) {
      // one side hung up
    }
  }

  private interface Seen {
    void read(byte[] bytes, int length);
  }

  /** What a client says: first a message without a type, then a type and a length each. */
  private static final class Messages {
    private static final int NONE = -1;

    private int type = NONE;
    private int lengthBytes;
    private int length;
    private int left;
    private boolean greeted;
    private final AtomicBoolean serverSpokeLast = new AtomicBoolean();

    void answered() {
      serverSpokeLast.set(true);
    }

    void count(byte[] bytes, int read) {
      if (serverSpokeLast.getAndSet(false)) {
        ROUND_TRIPS.incrementAndGet();
      }
      for (int i = 0; i < read; i++) {
        if (left > 0) {
          int skipped = Math.min(left, read - i);
          left -= skipped;
          i += skipped - 1;
        } else if (greeted && type == NONE) {
          type = bytes[i];
        } else {
          length = (length << Byte.SIZE) | (bytes[i] & 0xFF);
          if (++lengthBytes == LENGTH_BYTES) {
            begin();
          }
        }
      }
    }

    private void begin() {
      switch (type) {
        case 'E' -> STATEMENTS.incrementAndGet();
        case 'Q' -> WORDS.incrementAndGet();
        default -> {} // Parse, Bind, Describe, Sync
      }
      left = length - LENGTH_BYTES;
      greeted = true;
      type = NONE;
      lengthBytes = 0;
      length = 0;
    }
  }
}
