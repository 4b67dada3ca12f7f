package dev.holdfast.launcher.system;

import dev.holdfast.frontdoor.Door;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** The three services, and which paths of the front door are theirs. */
public enum Service {
  TERMINAL_REGISTRY("terminal-registry", "/cpos", "/terminals", "/vendors"),
  PAYMENT_AUTHORIZATION("payment-authorization", "/authorizations", "/gateway"),
  SESSION_SETTLEMENT(
      "session-settlement",
      "/settlements",
      "/journal",
      "/totals",
      "/trial-balance",
      "/shortfall",
      "/days",
      "/reports",
      "/movements",
      "/chargebacks",
      "/accounts");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a List.of is not changed once made
  private final List<String> prefixes;

  Service(String title, String... prefixes) {
    this.title = title;
    this.prefixes = List.of(prefixes);
  }

  /** Its name: module, process, log and path prefix. */
  public String title() {
    return title;
  }

  /** Its database's name. */
  String database() {
    return title.replace('-', '_');
  }

  /** Its doors: its own paths as they are, and all of it under its name. */
  List<Door> doors(IntSupplier port) {
    return Stream.concat(
            prefixes.stream().map(prefix -> new Door(prefix, title, port, false)),
            Stream.of(new Door("/" + title, title, port, true)))
        .toList();
  }
}
