package dev.holdfast.doors;

import dev.holdfast.text.CardNumbers;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters, headers and fields that hold an identifier by contract, at whatever door, and the
 * place in a list, which is one. Whoever made it may have made it of digits alone, so it is never
 * taken for a card number.
 */
final class Identifiers {
  private static final Set<String> NAMES =
      Set.of(
          "sessionId",
          "session",
          "gatewayReference",
          "terminalSerial",
          "terminal",
          "serial",
          "q",
          "evseId",
          "evseIds",
          "chargerId",
          "cpoId",
          "cpo",
          IdempotencyKey.NAME,
          "after");

  private Identifiers() {}

  /** Does a text under this name hold what may be a card number? */
  static boolean holdNumber(String name, String text) {
    return NAMES.contains(name) ? CardNumbers.anyInIdentifier(text) : CardNumbers.anyIn(text);
  }

  /** A path without what its parameters take for an identifier. */
  static String leftOut(String path, MultivaluedMap<String, String> parameters) {
    Set<String> identifiers = new HashSet<>();
    parameters.forEach((name, values) ->
        values.stream()
            .filter(value -> CardNumbers.anyIn(value) && !holdNumber(name, value))
            .forEach(identifiers::add));
    return Arrays.stream(path.split("/"))
        .map(segment -> identifiers.contains(segment) ? "" : segment)
        .collect(Collectors.joining("/"));
  }
}
