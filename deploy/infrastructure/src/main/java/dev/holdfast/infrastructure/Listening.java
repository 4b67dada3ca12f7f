package dev.holdfast.infrastructure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether anybody listens at an address. */
final class Listening {
  private static final int MILLIS = 1_000;

  private Listening() {}

  /** Takes {@code host:port}, or several of them with commas: the first one counts. */
  static boolean at(String addresses) {
    var address = addresses.split(",", 2)[0];
    int colon = address.lastIndexOf(':');
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
          MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
