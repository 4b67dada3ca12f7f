package dev.holdfast.infrastructure;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A part that somebody else runs: it is only looked at. */
record Given(Part part, String address, BooleanSupplier answers) implements Component {
  private static final Duration WAIT = Duration.ofSeconds(10);

  /** Checks that it answers: it is there already, or it is not. */
  @Override
  public void open() {
    if (!Patience.until(WAIT, answers)) {
      throw new IllegalStateException(
          "The given "
              + part.words()
              + " does not answer at "
              + address
              + ", waited "
              + WAIT.toSeconds()
              + " s.");
    }
  }

  @Override
  public void start() {
    throw refusal("started");
  }

  @Override
  public void stop() {
    throw refusal("stopped");
  }

  @Override
  public void kill() {
    throw refusal("killed");
  }

  @Override
  public void close() {
    // It was there before us and stays.
  }

  @Override
  public String log() {
    return "kept by who runs it, at " + address;
  }

  private UnsupportedOperationException refusal(String verb) {
    return new UnsupportedOperationException(
        "The "
            + part.words()
            + " at "
            + address
            + " was given by configuration (-Dinfra=external): it cannot be "
            + verb
            + " from here. Use -Dinfra=embedded or -Dinfra=containers.");
  }
}
