package dev.holdfast.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireIT {
  private static final int SOON = 300;
  private static final int LATER = 20_000;

  private final ServerSocket server = listen();
  private final Wire wire = Wire.to("127.0.0.1", server.getLocalPort());
  private final Socket client = connect();

  @BeforeEach
  void echoes() {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              var one = server.accept();
              Thread.ofVirtual().start(() -> echo(one));
            }
          } catch (IOException over) {
            // the test is over
          }
        });
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    wire.close();
    server.close();
  }

  @Test
  void carriesBothWays() throws IOException {
    say("hello");
    assertThat(hear(5, LATER)).isEqualTo("hello");
  }

  @Test
  void forgetsOldConnectionsAndCarriesNewOnes() throws IOException {
    say("hello");
    assertThat(hear(5, LATER)).isEqualTo("hello");
    wire.forget();
    say("again");
    assertThatThrownBy(() -> hear(5, SOON)).isInstanceOf(SocketTimeoutException.class);
    try (var another = connect()) {
      another.getOutputStream().write("world".getBytes(UTF_8));
      another.setSoTimeout(LATER);
      assertThat(new String(another.getInputStream().readNBytes(5), UTF_8)).isEqualTo("world");
    }
  }

  @Test
  void isSilentAndCarriesWhatItHeldBackAfterwards() throws IOException {
    wire.silence();
    say("hello");
    assertThatThrownBy(() -> hear(5, SOON)).isInstanceOf(SocketTimeoutException.class);
    wire.pass();
    assertThat(hear(5, LATER)).isEqualTo("hello");
  }

  @Test
  void carriesWhatItHeldBackOnOldConnectionsAfterWhatNewOnesSay() throws IOException {
    say("hello");
    assertThat(hear(5, LATER)).isEqualTo("hello");
    wire.silence();
    say("late");
    wire.passOldOnesAfter(Duration.ofSeconds(5));
    try (var another = connect()) {
      another.getOutputStream().write("world".getBytes(UTF_8));
      another.setSoTimeout(LATER);
      assertThat(new String(another.getInputStream().readNBytes(5), UTF_8)).isEqualTo("world");
    }
    assertThatThrownBy(() -> hear(4, SOON)).isInstanceOf(SocketTimeoutException.class);
    assertThat(hear(4, LATER)).isEqualTo("late");
  }

  @Test
  void stallsInTheMiddleOfAnAnswer() throws IOException {
    wire.stallAfter(2);
    say("hello");
    assertThat(hear(2, LATER)).isEqualTo("he");
    assertThatThrownBy(() -> hear(3, SOON)).isInstanceOf(SocketTimeoutException.class);
    wire.pass();
    assertThat(hear(3, LATER)).isEqualTo("llo");
  }

  @Test
  void cutsConnectionsAndResetsNewOnesUntilItPasses() throws IOException {
    say("hello");
    assertThat(hear(5, LATER)).isEqualTo("hello");
    wire.cut();
    assertThat(isDead(client)).isTrue();
    try (var another = connect()) {
      assertThat(isDead(another)).isTrue();
    }
    wire.pass();
    try (var third = connect()) {
      third.getOutputStream().write('x');
      third.setSoTimeout(LATER);
      assertThat(third.getInputStream().read()).isEqualTo('x');
    }
  }

  @Test
  void isSlowAndLosesNothing() throws IOException {
    wire.slow(Duration.ofMillis(50));
    say("hello");
    assertThat(hear(5, LATER)).isEqualTo("hello");
  }

  private static boolean isDead(Socket socket) {
    try {
      socket.setSoTimeout(LATER);
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException alive) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private void say(String text) throws IOException {
    client.getOutputStream().write(text.getBytes(UTF_8));
  }

  private String hear(int bytes, int patienceMillis) throws IOException {
    client.setSoTimeout(patienceMillis);
    return new String(client.getInputStream().readNBytes(bytes), UTF_8);
  }

  private Socket connect() {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), wire.port());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void echo(Socket one) {
    try (one) {
      one.getInputStream().transferTo(one.getOutputStream());
    } catch (IOException hungUp) {
      // so it is
    }
  }
}
