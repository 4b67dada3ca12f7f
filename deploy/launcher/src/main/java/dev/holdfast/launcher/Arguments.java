package dev.holdfast.launcher;

import java.util.List;
import java.util.OptionalInt;

/**
 * What was asked for on the command line.
 *
 * @param keep leave everything running after the scenarios
 * @param port of the front door
 */
public record Arguments(boolean keep, OptionalInt port) {
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if there is one that is not known, or a port that is none
   */
  static Arguments of(List<String> words) {
    boolean keep = false;
    OptionalInt port = OptionalInt.empty();
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "--keep" -> keep = true;
        case "--port" -> port = OptionalInt.of(port(i + 1 < words.size() ? words.get(++i) : ""));
        default -> throw new IllegalArgumentException("'" + words.get(i) + "' is not known.");
      }
    }
    return new Arguments(keep, port);
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= HIGHEST_PORT) {
        return port;
      }
    }
    throw new IllegalArgumentException("--port needs a number from 1 to " + HIGHEST_PORT + ".");
  }
}
