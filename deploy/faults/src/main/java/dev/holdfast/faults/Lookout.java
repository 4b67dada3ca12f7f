package dev.holdfast.faults;

import dev.holdfast.launcher.RestApi;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks, while faults are played, for what can never be right. */
final class Lookout implements Runnable {
  private final RestApi front;
  private final RestApi simulator;
  private final Set<String> brokenBefore = new HashSet<>();
  private volatile List<Difference> caught = List.of();

  Lookout(RestApi front, RestApi simulator) {
    this.front = front;
    this.simulator = simulator;
  }

  /** What was found; empty while nothing was. */
  List<Difference> caught() {
    return caught;
  }

  @Override
  public void run() {
    List<Difference> found = new ArrayList<>();
    try {
      takenTwice(found);
      brokenTwice(found);
    } catch (IllegalStateException | UncheckedIOException unanswered) {
      // Broken on purpose, most likely; what is wrong now is still wrong at the next look.
    }
    if (!found.isEmpty()) {
      caught = found;
    }
  }

  private void takenTwice(List<Difference> found) {
    Map<String, Moves> gateway = Moves.read(simulator.get("/simulator/journal"));
    gateway.forEach((reference, moves) -> {
      if (moves.timesTaken() > 1) {
        found.add(
            new Difference(
                Check.TAKEN_TWICE,
                reference,
                "taken %d times".formatted(moves.timesTaken()),
                Set.of()));
      }
    });
  }

  /** Seen at two looks, so that no transaction was between its two. */
  private void brokenTwice(List<Difference> found) {
    List<String> broken = Facts.broken(front);
    broken.stream()
        .filter(brokenBefore::contains)
        .forEach(invariant ->
            found.add(new Difference(Check.INVARIANT_BROKEN, "the ledger", invariant, Set.of())));
    brokenBefore.clear();
    brokenBefore.addAll(broken);
  }
}
