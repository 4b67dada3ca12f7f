package dev.holdfast.benchmarks;

import dev.holdfast.infrastructure.AtExit;
import dev.holdfast.launcher.system.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Another commit's services, built in a working tree of their own, which is removed at the end.
 *
 * @param folder the root of the working tree
 */
record OtherBuild(String commit, Path folder) {
  private static final String DIALECTS =
      "deploy/simulator/src/main/java/dev/holdfast/simulator/payter/Dialect.java";
  private static final String SERVICES =
      "terminal-registry,payment-authorization,session-settlement";

  /** How the vendor's cloud spoke in the only simulator that builds before dialects knew. */
  static final Map<String, Object> BEFORE_DIALECTS =
      Map.of(
          "honoursReference", true,
          "showsConfirmed", true,
          "showsRefusal", true,
          "states", "CARD_READING_READY",
          "names", "MASKED_CARD_NUMBER");

  /** How the simulator has to speak, so that this build understands it. */
  Map<String, Object> dialect() {
    return Files.exists(folder.resolve(DIALECTS)) ? Map.of() : BEFORE_DIALECTS;
  }

  /**
   * The commit, if this repository has it.
   *
   * @throws IllegalArgumentException if it has not
   */
  static String known(String commit, Path root) {
    try {
      int status =
          new ProcessBuilder("git", "cat-file", "-e", commit + "^{commit}")
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalArgumentException("There is no commit '%s' here.".formatted(commit));
      }
      return commit;
    } catch (IOException absent) {
      throw new IllegalArgumentException("--against needs git.", absent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while git is asked", stopped);
    }
  }

  /**
   * Builds the services of a commit.
   *
   * @param root of this repository
   * @throws IllegalStateException if it does not build
   */
  static OtherBuild of(String commit, Path root, Progress progress) {
    try {
      Path around = Files.createTempDirectory("holdfast-against-");
      Path folder = around.resolve("tree");
      AtExit.close(() -> remove(root, around, folder));
      Path log = around.resolve("build.log");
      run(root, log, "git", "worktree", "add", "--detach", folder.toString(), commit + "^{commit}");
      progress.say("Building " + commit + " first: some minutes, plus downloads the first time");
      progress.step(
          commit + " built",
          () ->
              run(
                  folder,
                  log,
                  folder.resolve("mvnw").toString(),
                  "-B",
                  "package",
                  "-pl",
                  SERVICES,
                  "-am",
                  "-Dmaven.test.skip=true",
                  "-Dspotless.check.skip=true",
                  "-Dpit.skip=true"));
      return new OtherBuild(commit, folder);
    } catch (IOException broken) {
      throw new UncheckedIOException("No folder can be made for " + commit, broken);
    }
  }

  private static void run(Path where, Path log, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(where.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process.getOutputStream().close();
      AtExit.Closing ending = () -> end(process);
      AtExit.close(ending);
      int status = process.waitFor();
      AtExit.forget(ending);
      if (status != 0) {
        AtExit.holdIfEnding();
        throw new IllegalStateException(
            "%s failed:\n%s".formatted(String.join(" ", command), endOf(log)));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(command[0] + " cannot be run", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while another commit is built", stopped);
    }
  }

  /** Maven forks its compilers. */
  private static void end(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(ended -> ended.onExit().join());
  }

  private static void remove(Path root, Path around, Path folder) {
    try {
      if (Files.exists(folder)) {
        // Not run(): at the end nothing can be put off until the end.
        var _ =
            new ProcessBuilder("git", "worktree", "remove", "--force", folder.toString())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
      }
      List<Path> deepestFirst;
      try (Stream<Path> entries = Files.walk(around)) {
        deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path entry : deepestFirst) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(around + " cannot be removed", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String endOf(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException unreadable) {
      return "(no log)";
    }
  }
}
