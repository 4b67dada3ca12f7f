package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.infrastructure.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaysTest {
  @Test
  void aWireIsMendedOnlyWhenEachFaultOnItIs() throws IOException {
    Ways ways = new Ways();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Wire wire = Wire.to("127.0.0.1", server.getLocalPort())) {
      Thread.startVirtualThread(() -> echo(server));
      ways.disturb(List.of(wire), Kind.CUT_OFF);
      ways.disturb(List.of(wire), Kind.SLOW);
      assertThat(answers(wire)).isFalse();

      ways.mend(List.of(wire), Kind.SLOW);
      assertThat(answers(wire)).isFalse();

      ways.mend(List.of(wire), Kind.CUT_OFF);
      assertThat(answers(wire)).isTrue();
    }
  }

  private static void echo(ServerSocket server) {
    try {
      while (true) {
        try (Socket client = server.accept()) {
          client.getOutputStream().write(client.getInputStream().read());
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static boolean answers(Wire wire) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(7);
      return socket.getInputStream().read() == 7;
    } catch (IOException cut) {
      return false;
    }
  }
}
