package dev.holdfast.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.RunningSystem;
import dev.holdfast.launcher.system.LauncherLog;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a running system whether its books are sound. */
final class Invariants {
  private static final String USAGE =
      "Usage: deploy/invariants [ADDRESS], for example http://127.0.0.1:8080";
  private static final int BROKEN = 1;
  private static final int MISUSED = 2;

  private Invariants() {}

  /** Takes an address, or finds the running system; exits 0 only if no invariant is broken. */
  public static void main(String... words) {
    LauncherLog.ofWarnings();
    Path root = Path.of(System.getProperty("holdfast.root", "."));
    System.exit(run(root, words, System.out, System.err));
  }

  static int run(Path root, String[] words, PrintStream out, PrintStream errors) {
    if (words.length > 1 || (words.length == 1 && !words[0].matches("https?://[^/]+/?"))) {
      errors.println(USAGE);
      return MISUSED;
    }
    Optional<URI> address =
        words.length == 1
            ? Optional.of(URI.create(words[0]))
            : RunningSystem.find(root).map(RunningSystem::frontDoor);
    if (address.isEmpty()) {
      errors.println("Nothing is running here. Start deploy/up first, or name an address.");
      return BROKEN;
    }
    try (RestApi door = new RestApi(address.get())) {
      return print(door.post("/settlements/invariants", "").required("items"), out);
    } catch (IllegalStateException | UncheckedIOException unanswered) {
      errors.println(unanswered.getMessage());
      return BROKEN;
    }
  }

  private static int print(JsonNode findings, PrintStream out) {
    long broken = 0;
    for (JsonNode finding : findings) {
      long rows = finding.required("rows").longValue();
      out.printf("%8d  %s%n", rows, finding.required("invariant").textValue());
      broken += rows == 0 ? 0 : 1;
    }
    out.printf(
        "%d invariants checked, %s%n",
        findings.size(), broken == 0 ? "none broken" : broken + " BROKEN");
    return broken == 0 && !findings.isEmpty() ? 0 : BROKEN;
  }
}
