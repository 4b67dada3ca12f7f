package dev.holdfast.frontdoor;

import java.util.function.IntSupplier;

/**
 * Where the paths under a prefix go.
 *
 * @param prefix first segment with its slash, for example {@code /terminals}
 * @param service the service's name, for messages
 * @param port where it listens on the loopback address; asked anew for each request
 * @param stripped whether the service sees the path without the prefix
 */
public record Door(String prefix, String service, IntSupplier port, boolean stripped) {

  boolean leads(String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  /** The request target (path and query) as the service shall see it. */
  String behind(String target) {
    if (!stripped) {
      return target;
    }
    String rest = target.substring(prefix.length());
    return rest.startsWith("/") ? rest : "/" + rest;
  }
}
