package dev.holdfast.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP connection's way from clients to a server of this machine, on which a network's faults can
 * be played. It carries everything unchanged until it is told otherwise.
 */
public final class Wire implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;
  private static final int BACKLOG = 200;

  private final ServerSocket entrance;
  private final InetSocketAddress server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Gate gate = new Gate();

  private Wire(ServerSocket entrance, InetSocketAddress server) {
    this.entrance = entrance;
    this.server = server;
  }

  /** A wire from a free port of 127.0.0.1. */
  public static Wire to(String host, int port) {
    return from(0, host, port);
  }

  /** A wire from a port of 127.0.0.1 that was told to somebody already. */
  static Wire from(int entrancePort, String host, int port) {
    try {
      var loopback = InetAddress.getLoopbackAddress();
      var entrance = new ServerSocket(entrancePort, BACKLOG, loopback);
      var wire = new Wire(entrance, new InetSocketAddress(host, port));
      Thread.ofVirtual().name("wire to " + port).start(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException("No wire to " + host + ":" + port, e);
    }
  }

  /** Where clients connect, on 127.0.0.1. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Carries again; what was held back is carried first. Connections that were cut stay cut. */
  public void pass() {
    gate.pass(Duration.ZERO);
  }

  /** Accepts connections and bytes, and lets nothing through, either way, until it passes again. */
  public void silence() {
    gate.close();
  }

  /** As {@link #silence()}, but only after so many more bytes of the server's answers. */
  public void stallAfter(long answerBytes) {
    gate.closeAfter(answerBytes);
  }

  /**
   * Carries again, but nothing more on connections that were made before: as a firewall that has
   * lost its state, it neither carries nor resets them, and neither side is told.
   */
  public void forget() {
    gate.forget();
  }

  /**
   * Carries again, but on connections that were made before only after a while: who sends again
   * what was not acknowledged waits longer each time, and so comes after what is sent anew.
   */
  public void passOldOnesAfter(Duration more) {
    gate.passOldOnesAfter(more);
  }

  /** Resets all connections, and each new one at once, until it passes again. */
  public void cut() {
    gate.cut();
    sockets.forEach(Wire::reset);
  }

  /** Carries each portion only after this delay, either way. */
  public void slow(Duration eachPortion) {
    gate.pass(eachPortion);
  }

  private void accept() {
    try {
      while (true) {
        var client = entrance.accept();
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException closed) {
      sockets.forEach(Wire::reset);
    }
  }

  private void connect(Socket client) {
    var there = new Socket();
    sockets.add(client);
    sockets.add(there);
    int born = gate.generationNow();
    try {
      gate.awaitTurn(born, false, 0);
      there.connect(server);
      client.setTcpNoDelay(true);
      there.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> carry(born, client, there, false));
      carry(born, there, client, true);
    } catch (IOException unreachable) {
      end(client, there);
    }
  }

  private void carry(int born, Socket from, Socket to, boolean answers) {
    var buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int carried = 0; carried < read; ) {
          int now = gate.awaitTurn(born, answers, read - carried);
          to.getOutputStream().write(buffer, carried, now);
          carried += now;
        }
      }
      gate.awaitTurn(born, answers, 0);
      end(from, to);
    } catch (IOException hungUp) {
      end(from, to);
    }
  }

  private void end(Socket one, Socket other) {
    sockets.remove(one);
    sockets.remove(other);
    close(one);
    close(other);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0); // a reset instead of a farewell
    } catch (IOException closed) {
      return;
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
