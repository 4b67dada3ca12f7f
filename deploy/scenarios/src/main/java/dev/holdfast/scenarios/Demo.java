package dev.holdfast.scenarios;

import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.checks.audit.Audit;
import dev.holdfast.checks.audit.Report;
import dev.holdfast.launcher.Guide;
import dev.holdfast.launcher.Launcher;
import dev.holdfast.launcher.RunningSystem;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;

/** Starts the whole system, plays every scenario through its public doors, and says how it went. */
final class Demo {
  private static final String USAGE = "Usage: deploy/demo [--port N] [--keep]";

  private Demo() {}

  /** Takes {@code --port N} and {@code --keep}; exits 0 only if everything was as expected. */
  public static void main(String... words) {
    Launcher launcher = new Launcher(USAGE);
    launcher.launch(words, session -> play(launcher, session));
  }

  private static int play(Launcher launcher, Launcher.Session session) {
    LocalSystem system = session.system();
    LocalSystem.Addresses at = system.addresses();
    try (Stage stage = Stage.of(system)) {
      boolean played = new Play(stage, launcher.progress()).all();
      boolean asExpected = audit(launcher.progress(), at) && played;
      launcher.progress().say("");
      launcher
          .progress()
          .say(asExpected ? "Everything is as expected." : "NOT everything is as expected.");
      if (session.arguments().keep()) {
        RunningSystem.note(launcher.root(), at);
        launcher.progress().say(Guide.to(at));
        return launcher.stay(system);
      }
      return asExpected ? 0 : Launcher.FAILED;
    }
  }

  private static boolean audit(Progress progress, LocalSystem.Addresses at) {
    progress.say("");
    progress.say("What the topics say against what the tables hold:");
    Report report = Audit.of(Addresses.of(at)).run();
    report.lines().forEach(progress::say);
    return report.isClean();
  }
}
