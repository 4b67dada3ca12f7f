package dev.holdfast.launcher;

import dev.holdfast.launcher.system.LocalSystem;

/** Starts the whole system and leaves it running. */
final class Up {
  private static final String USAGE = "Usage: deploy/up [--port N]";

  private Up() {}

  /** Takes {@code --port N}; ends with Ctrl-C. */
  public static void main(String... words) {
    Launcher launcher = new Launcher(USAGE);
    launcher.launch(
        words,
        session -> {
          LocalSystem.Addresses addresses = session.system().addresses();
          RunningSystem.note(launcher.root(), addresses);
          launcher.progress().say(Guide.to(addresses));
          return launcher.stay(session.system());
        });
  }
}
