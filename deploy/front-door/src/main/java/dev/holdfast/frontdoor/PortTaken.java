package dev.holdfast.frontdoor;

/** Somebody else listens on the port that was asked for. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTaken(int port, Throwable cause) {
    super(
        "Port "
            + port
            + " of 127.0.0.1 is taken. End what listens there, or choose another with --port.",
        cause);
  }
}
