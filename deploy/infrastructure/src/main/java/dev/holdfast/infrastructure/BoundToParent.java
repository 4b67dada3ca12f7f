package dev.holdfast.infrastructure;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another program's {@code main} and ends the JVM when its standard input ends: that is, when
 * whoever started it is gone, however that happened.
 */
public final class BoundToParent {
  private static final int PARENT_IS_GONE = 143;

  private BoundToParent() {}

  /** Takes the main class and its arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("bound-to-parent").start(BoundToParent::haltAtEndOfInput);
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // nobody writes; only the end matters
      }
    } catch (IOException e) {
      // a broken pipe is an end too
    }
    // Not exit: an orderly end is asked for by SIGTERM, and nobody is left to wait for one.
    Runtime.getRuntime().halt(PARENT_IS_GONE);
  }
}
