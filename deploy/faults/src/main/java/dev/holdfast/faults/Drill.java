package dev.holdfast.faults;

import dev.holdfast.launcher.Launcher;
import dev.holdfast.launcher.system.LocalSystem;

/** Starts the whole system, breaks it under load, and says whether anything was lost or doubled. */
final class Drill {
  private Drill() {}

  /** Takes what {@link Options} reads; exits 0 only if everything is as expected. */
  public static void main(String... words) {
    Launcher launcher = new Launcher(Options.USAGE);
    Options options = launcher.read(() -> Options.of(words));
    launcher.progress().say("Seed " + options.seed());
    launcher.launch(
        options.rest(),
        (root, port, progress) -> LocalSystem.startWired(root, port, progress, Exercise.VARIABLES),
        session -> {
          try (Exercise exercise = new Exercise(options, session.system(), launcher.progress())) {
            return exercise.run() ? 0 : Launcher.FAILED;
          }
        });
  }
}
