package dev.holdfast.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server on this machine and counts how often the client waits. */
final class CountingProxy implements AutoCloseable {
  /** Whenever the client speaks after the server has spoken, it had waited for an answer. */
  static final AtomicInteger ROUND_TRIPS = new AtomicInteger();

  private static final int BUFFER_BYTES = 65_536;

  private final ServerSocket door;
  private final String host;
  private final int port;

  CountingProxy(String host, int port) {
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
        connect(door.accept());
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(host, port);
    AtomicBoolean serverSpokeLast = new AtomicBoolean();
    Thread.ofVirtual()
        .start(() ->
            pump(
                client,
                server,
                () -> {
                  if (serverSpokeLast.getAndSet(false)) {
                    ROUND_TRIPS.incrementAndGet();
                  }
                }));
    Thread.ofVirtual().start(() -> pump(server, client, () -> serverSpokeLast.set(true)));
  }

  private static void pump(Socket from, Socket to, Runnable spoke) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        spoke.run();
        out.write(buffer, 0, read);
      }
    } catch (IOException closed) {
      // one side hung up
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
