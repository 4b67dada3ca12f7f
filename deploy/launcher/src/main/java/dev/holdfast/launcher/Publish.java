package dev.holdfast.launcher;

import dev.holdfast.launcher.events.ChargingPlatform;
import dev.holdfast.launcher.events.SessionJson;
import dev.holdfast.launcher.system.LauncherLog;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/** Publishes one session event to the system that {@code deploy/up} has started. */
final class Publish {
  private static final String USAGE =
      """
      Usage: deploy/publish session-closed '{"reference":"...","total":{"minorUnits":2340,"currency":"EUR"}}'
             deploy/publish session-started '{"reference":"..."}'
      """;

  private Publish() {}

  /** Takes the event's name and its JSON; exits 2 when they cannot be understood. */
  public static void main(String... words) {
    LauncherLog.ofWarnings();
    System.exit(run(Path.of(System.getProperty("holdfast.root", ".")), words, System.err));
  }

  static int run(Path root, String[] words, PrintStream errors) {
    if (words.length != 2) {
      errors.print(USAGE);
      return 2;
    }
    var running = RunningSystem.find(root);
    if (running.isEmpty()) {
      errors.println("Nothing is running here. Start deploy/up first.");
      return 1;
    }
    try (var platform = new ChargingPlatform(running.get().kafka(), running.get().registry())) {
      return publish(platform, words[0], SessionJson.parse(words[1]), errors);
    } catch (IllegalArgumentException wrong) {
      errors.println(wrong.getMessage());
      return 2;
    } catch (IllegalStateException notTaken) {
      errors.println(notTaken.getMessage());
      return 1;
    }
  }

  private static int publish(
      ChargingPlatform platform, String event, SessionJson session, PrintStream errors) {
    Instant now = Instant.now();
    // Not an exhaustive switch: the name is text that somebody typed.
    switch (event) {
      case "session-started" -> platform.publish(session.started(now));
      case "session-closed" -> platform.publish(session.closed(now));
      default -> {
        errors.print(USAGE);
        return 2;
      }
    }
    System.out.println("Published " + event + " for " + session.reference());
    return 0;
  }
}
