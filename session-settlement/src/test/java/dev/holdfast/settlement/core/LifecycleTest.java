package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.refunded;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Draws the lifecycle by trying every command in every state that can be reached. */
class LifecycleTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");

  /** What may be heard of, and in which states it can have happened at all. */
  private record Arrival(String label, Command command, Predicate<@Nullable Settlement> canBe) {}

  private static List<Arrival> arrivals() {
    return Stream.of(facts(), Stream.of(Choice.values()).map(LifecycleTest::decides), support())
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Arrival> support() {
    return Stream.of(
        new Arrival("GOODWILL", Given.gives("1.00"), from -> !isDecidedOn(from)),
        new Arrival("GOODWILL", Given.refund("1.00", false), from -> !isDecidedOn(from)),
        new Arrival("APPROVED", Given.rules(1, Goodwill.State.GRANTED), from -> true),
        new Arrival("REJECTED", Given.rules(1, Goodwill.State.REJECTED), from -> true),
        new Arrival("refunded", hears(refunded(CAPTURED, "1.00")), LifecycleTest::isCorrecting));
  }

  /** A person decides once on each way: what he may decide again leads nowhere new. */
  private static Arrival decides(Choice choice) {
    var word = new Resolution.Word("Ann", "so it is", Given.NOON);
    Command decided = new Command.Resolved(Given.REFERENCE, choice, null, word);
    return new Arrival(choice.name(), decided, from -> !isDecidedOn(from));
  }

  private static Stream<Arrival> facts() {
    return Stream.of(
        new Arrival("held", hears(held("50.00")), from -> true),
        new Arrival("hold ended", hears(ended(Hold.Standing.EXPIRED)), from -> !stands(from, true)),
        new Arrival("captured", hears(CAPTURED), from -> !stands(from, false)),
        new Arrival("refunded", hears(refunded(CAPTURED, "3.40")), LifecycleTest::isCorrecting),
        new Arrival("started", starts(Given.SESSION), from -> true),
        new Arrival("closed", hears(close(1, "23.40")), from -> true),
        new Arrival("corrected", hears(close(5, "20.00")), LifecycleTest::isClosed),
        new Arrival("contradicted", hears(close(1, "9.00")), LifecycleTest::isClosed),
        new Arrival("overdue", new Command.Overdue(Given.REFERENCE), from -> true));
  }

  /** Is the hold over, by a capture or without one? */
  private static boolean stands(@Nullable Settlement from, boolean captured) {
    Hold hold = from == null ? null : from.hold();
    return hold != null && hold.isOver() && hold.captured().isPositive() == captured;
  }

  private static boolean isCorrecting(@Nullable Settlement from) {
    return from instanceof Settlement.Correcting;
  }

  private static boolean isDecidedOn(@Nullable Settlement from) {
    Session session = from == null ? null : from.session();
    return session != null && !session.resolutions().isEmpty();
  }

  private static boolean isClosed(@Nullable Settlement from) {
    Session session = from == null ? null : from.session();
    return session != null && session.latest() != null;
  }

  @Test
  void isThePictureOfTheReadme() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains(drawn());
  }

  private static String drawn() {
    var moves = new TreeMap<String, Set<String>>();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<Settlement>();
    explore(null, moves, seen, open);
    while (!open.isEmpty()) {
      explore(open.remove(), moves, seen, open);
    }
    return moves.entrySet().stream()
        .map(move -> "    " + move.getKey() + " : " + String.join(", ", move.getValue()))
        .collect(Collectors.joining("\n", "stateDiagram-v2\n", ""));
  }

  private static void explore(
      @Nullable Settlement from,
      Map<String, Set<String>> moves,
      Set<String> seen,
      Deque<Settlement> open) {
    for (Arrival arrival : arrivals()) {
      if (arrival.canBe().test(from)) {
        Given.RULES
            .decide(from, arrival.command())
            .map(Decision::after)
            .ifPresent(to -> {
              note(moves, from, arrival.label(), to);
              if (seen.add(to.status() + " " + to.hold() + " " + to.session())) {
                open.add(to);
              }
            });
      }
    }
  }

  private static void note(
      Map<String, Set<String>> moves, @Nullable Settlement from, String label, Settlement to) {
    String start = from == null ? "[*]" : from.status().name();
    if (!start.equals(to.status().name())) {
      moves.computeIfAbsent(start + " --> " + to.status(), key -> new TreeSet<>()).add(label);
    }
  }
}
