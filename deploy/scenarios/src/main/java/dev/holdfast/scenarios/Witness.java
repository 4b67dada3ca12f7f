package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks into Payter's own journal while a payment is played. */
record Witness(RestApi simulator) {
  private static final Duration NEWS = Duration.ofSeconds(60);
  private static final Duration A_WHILE = Duration.ofSeconds(4);

  /** Waits until money was taken. */
  void awaitTaken(String reference) {
    await("money taken for " + reference, reference, kinds -> kinds.contains("TAKEN"));
  }

  /** Waits until the hold is gone, and nothing was taken of it. */
  void awaitGivenBack(String reference) {
    await(
        "the hold of " + reference + " given back",
        reference,
        List.of("RESERVED", "GIVEN_BACK")::equals);
  }

  /**
   * Looks for a while.
   *
   * @throws IllegalStateException if the gateway took money
   */
  void mustHaveTakenNothing(String reference) {
    long end = System.nanoTime() + A_WHILE.toNanos();
    var _ =
        new Patience(A_WHILE.multipliedBy(2))
            .until(
                "nothing to be taken for " + reference,
                () -> withoutTaking(reference),
                journal -> System.nanoTime() - end > 0);
  }

  /**
   * Looks whether anything but holding was done with what others hold.
   *
   * @throws IllegalStateException if so
   */
  void othersMustBeUntouched() {
    JsonNode journal = journal(Ledgers.OTHERS);
    if (!Set.of("RESERVED").containsAll(kinds(journal))) {
      throw new IllegalStateException("what another system holds was touched: " + journal);
    }
  }

  private JsonNode withoutTaking(String reference) {
    JsonNode journal = journal(reference);
    if (kinds(journal).contains("TAKEN")) {
      throw new IllegalStateException("money was taken too early: " + journal);
    }
    return journal;
  }

  private void await(String what, String reference, Predicate<List<String>> isSeen) {
    var _ =
        new Patience(NEWS)
            .until(
                "the gateway's journal to show " + what, () -> kinds(journal(reference)), isSeen);
  }

  private JsonNode journal(String reference) {
    return simulator.get("/simulator/journal?reference=" + reference);
  }

  private static List<String> kinds(JsonNode journal) {
    return journal.findValuesAsText("kind");
  }
}
