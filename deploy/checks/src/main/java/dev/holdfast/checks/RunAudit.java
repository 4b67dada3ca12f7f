package dev.holdfast.checks;

import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.checks.audit.Audit;
import dev.holdfast.checks.audit.Report;
import dev.holdfast.checks.audit.Unreachable;
import dev.holdfast.launcher.RunningSystem;
import dev.holdfast.launcher.system.LauncherLog;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the topics of a running system with its tables. */
final class RunAudit {
  private static final int DIFFERS = 1;
  private static final int NOT_AUDITED = 2;

  private RunAudit() {}

  /** Takes addresses, or finds the running system; exits 0 only if nothing differs. */
  public static void main(String... words) {
    LauncherLog.ofFailures();
    Path root = Path.of(System.getProperty("holdfast.root", "."));
    System.exit(run(root, List.of(words), System.getenv(), System.out, System.err));
  }

  static int run(
      Path root,
      List<String> words,
      Map<String, String> environment,
      PrintStream out,
      PrintStream errors) {
    try {
      Optional<Addresses> addresses =
          words.isEmpty()
              ? RunningSystem.find(root).map(RunAudit::addresses)
              : Optional.of(AuditArguments.of(words, environment));
      if (addresses.isEmpty()) {
        errors.println("Nothing is running here. Start deploy/up first, or name the addresses.");
        errors.print(AuditArguments.USAGE);
        return NOT_AUDITED;
      }
      Report report = Audit.of(addresses.get()).run();
      report.lines().forEach(out::println);
      return report.isClean() ? 0 : DIFFERS;
    } catch (IllegalArgumentException wrong) {
      errors.println(wrong.getMessage());
      errors.print(AuditArguments.USAGE);
      return NOT_AUDITED;
    } catch (Unreachable silent) {
      errors.println(silent.getMessage());
      return NOT_AUDITED;
    }
  }

  private static Addresses addresses(RunningSystem running) {
    return Addresses.of(running.kafka(), running.registry(), running.databases());
  }
}
