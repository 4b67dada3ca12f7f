package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where the cloud tells what happened; on the loopback only, for tests call nobody else. */
record CallbackUrl(URI uri) {
  private static final int LONGEST = 500;
  private static final int HIGHEST_PORT = 65_535;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CallbackUrl of(String text) {
    if (text.length() > LONGEST) {
      throw Refused.badInput("callbackUrl has at most " + LONGEST + " characters.");
    }
    try {
      URI uri = new URI(text);
      if (uri.isAbsolute()
          && SCHEMES.contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getPort() <= HIGHEST_PORT
          && isLoopback(uri.getHost())) {
        return new CallbackUrl(uri);
      }
    } catch (URISyntaxException malformed) {
      // said below, together with what is not absolute or elsewhere
    }
    throw Refused.badInput(
        "callbackUrl must be an absolute http or https URL on the loopback, for example"
            + " http://127.0.0.1:8080/cards, not '"
            + text
            + "'.");
  }

  /** Without asking a name server: a name may lead anywhere. */
  private static boolean isLoopback(String host) {
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  @JsonValue
  String text() {
    return uri.toString();
  }
}
