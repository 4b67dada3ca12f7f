package dev.holdfast.authorization.gateway;

import io.vertx.core.http.HttpClientOptions;
import java.time.Duration;

/** How the connections of a gateway's client behave. */
public final class Connections {
  private Connections() {}

  /**
   * A connection on which nothing came for far longer than that is closed. A call that is given up
   * closes its own; but one that waits for a place in a full pool when it is given up would keep
   * the place for ever.
   */
  public static HttpClientOptions endedWhenIdle(Duration longestAnswer) {
    var silence = longestAnswer.multipliedBy(3).plusSeconds(1);
    return new HttpClientOptions().setIdleTimeout(Math.toIntExact(silence.toSeconds()));
  }
}
