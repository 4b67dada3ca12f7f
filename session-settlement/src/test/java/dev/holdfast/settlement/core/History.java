package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.NOON;
import static dev.holdfast.settlement.core.Given.REFERENCE;
import static dev.holdfast.settlement.core.Given.hears;

import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What happens to one payment, made up from a seed: facts, which may come in any order within their
 * chapter, and after each chapter what a person or a deadline does.
 */
record History(List<Chapter> chapters) {
  private static final long AUTHORIZED = 5000;
  private static final long[] TOTALS = {0, 49, 50, 1800, 1995, 2000, 2340, 3000, 5000, 6000};
  private static final long[] REFUNDS = {5, 100, 340, 345, 500, 540, 2340};
  private static final int MOST_CHAPTERS = 3;

  /** The facts in one order and, with repetitions, in another; then the acts. */
  record Chapter(List<Command> facts, List<Command> otherwise, List<Command> acts) {
    Stream<Command> told() {
      return Stream.concat(facts.stream(), acts.stream());
    }

    Stream<Command> toldOtherwise() {
      return Stream.concat(otherwise.stream(), acts.stream());
    }

    private Chapter without(Command command) {
      return new Chapter(
          without(facts, command), without(otherwise, command), without(acts, command));
    }

    private static List<Command> without(List<Command> all, Command command) {
      return all.stream().filter(each -> !each.equals(command)).toList();
    }
  }

  static History of(long seed) {
    var random = new Random(seed * 7919 + 17);
    List<Command> facts = new ArrayList<>();
    holds(random).forEach(hold -> facts.add(hears(hold)));
    closes(random).forEach(close -> facts.add(hears(close)));
    if (random.nextBoolean()) {
      facts.add(Given.starts(Given.SESSION));
    }
    int chapters = 1 + random.nextInt(MOST_CHAPTERS);
    var byChapter = facts.stream().collect(Collectors.groupingBy(fact -> random.nextInt(chapters)));
    return new History(
        IntStream.range(0, chapters)
            .mapToObj(number -> chapter(byChapter.getOrDefault(number, List.of()), random))
            .toList());
  }

  /** Every history that lacks one of the commands. */
  Stream<History> smaller() {
    return chapters.stream()
        .flatMap(Chapter::told)
        .distinct()
        .map(command -> new History(chapters.stream().map(each -> each.without(command)).toList()));
  }

  private static Chapter chapter(List<Command> facts, Random random) {
    var otherwise = new ArrayList<>(facts);
    facts.stream().filter(fact -> random.nextInt(4) == 0).forEach(otherwise::add);
    Collections.shuffle(otherwise, random);
    var acts = new ArrayList<Command>();
    for (int acted = random.nextInt(3); acted > 0; acted--) {
      acts.add(act(random));
    }
    return new Chapter(facts, otherwise, acts);
  }

  private static Command act(Random random) {
    var word = new Resolution.Word("Ann", "act " + random.nextInt(), NOON);
    return switch (random.nextInt(7)) {
      case 0 -> new Command.Overdue(REFERENCE);
      case 4, 5 -> gives(random, word);
      case 6 -> new Command.RefundRuled(REFERENCE, 1 + random.nextInt(2), ruling(random), word);
      case 1 -> new Command.Resolved(REFERENCE, Resolution.Choice.RETRY, null, word);
      default -> new Command.Resolved(REFERENCE, Resolution.Choice.WRITE_OFF, null, word);
    };
  }

  private static Command gives(Random random, Resolution.Word word) {
    Money amount = euro(REFUNDS[random.nextInt(REFUNDS.length)]);
    var wish = new Command.Wish(Goodwill.Code.COURTESY, amount);
    boolean isAlone = random.nextInt(3) > 0;
    return new Command.RefundAsked(REFERENCE, "key-" + random.nextInt(3), wish, word, isAlone);
  }

  private static Goodwill.State ruling(Random random) {
    return random.nextInt(3) == 0 ? Goodwill.State.REJECTED : Goodwill.State.GRANTED;
  }

  /** Some of the revisions 1 to 5; one in forty is in another currency than the hold. */
  private static List<Close> closes(Random random) {
    return IntStream.rangeClosed(1, 5)
        .filter(revision -> random.nextInt(5) < 2)
        .mapToObj(revision -> Given.close(Given.SESSION, revision, total(random)))
        .toList();
  }

  private static Money total(Random random) {
    var currency = random.nextInt(40) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR;
    return Money.ofMinor(currency, TOTALS[random.nextInt(TOTALS.length)]);
  }

  private static List<Hold> holds(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> List.of();
      case 1 -> List.of(Given.held("50.00"));
      case 2 -> ended(random, Hold.Standing.RELEASED);
      case 3 -> ended(random, Hold.Standing.EXPIRED);
      case 4 -> ended(random, Hold.Standing.CAPTURE_FAILED);
      case 5 -> List.of(Given.ended(Hold.Standing.DECLINED));
      case 6, 7 -> corrected(random);
      default -> captured(random);
    };
  }

  private static List<Hold> ended(Random random, Hold.Standing standing) {
    return Stream.of(Given.heldWithOverCommit("50.00"), Given.ended(standing))
        .skip(random.nextInt(2))
        .toList();
  }

  /** The hold, its capture, and refunds that the gateway may cut short. */
  private static List<Hold> captured(Random random) {
    long taken = TOTALS[2 + random.nextInt(TOTALS.length - 2)];
    var method = taken > AUTHORIZED ? Method.WHOLE : Method.CAPTURE;
    Hold hold = Given.captured("50.00", method, euro(taken).getAmount().toString());
    var holds = new ArrayList<>(List.of(Given.held("50.00"), hold));
    long left = taken;
    for (int refunds = random.nextInt(4); refunds > 0 && left > 0; refunds--) {
      long asked = Math.min(left, REFUNDS[random.nextInt(REFUNDS.length)]);
      long moved = random.nextInt(3) == 0 ? asked - asked % 10 : asked;
      hold = refunded(hold, asked, moved);
      holds.add(hold);
      left -= moved;
    }
    return holds;
  }

  /** What was taken goes back down to a total that a revision may have, not quite. */
  private static List<Hold> corrected(Random random) {
    Hold hold = Given.captured("50.00", Method.CAPTURE, "23.40");
    Hold back = refunded(hold, 345, random.nextBoolean() ? 340 : 345);
    return List.of(hold, back, refunded(back, 5, random.nextInt(2)));
  }

  private static Hold refunded(Hold hold, long asked, long moved) {
    var refunds = new ArrayList<>(hold.moves().refunds());
    refunds.add(
        new Hold.Refund(
            3 + refunds.size(), euro(moved), asked == moved ? null : euro(asked), null));
    var moves = new Hold.Moves(hold.moves().capture(), hold.released(), refunds);
    return new Hold(hold.version() + 2, hold.standing(), hold.grant(), moves, null);
  }

  private static Money euro(long minor) {
    return Money.ofMinor(CurrencyUnit.EUR, minor);
  }

  @Override
  public String toString() {
    return chapters.stream()
        .map(chapter ->
            "facts: %s%notherwise: %s%nacts: %s"
                .formatted(text(chapter.facts), text(chapter.otherwise), text(chapter.acts)))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> text(List<Command> commands) {
    return commands.stream().map(History::text).toList();
  }

  private static String text(Command command) {
    return switch (command) {
      case Command.HoldChanged(var reference, Hold hold) ->
          "hold %d %s, captured %s, refunds %s"
              .formatted(
                  hold.version(),
                  hold.standing(),
                  hold.captured(),
                  hold.moves().refunds().stream().map(Hold.Refund::amount).toList());
      case Command.HoldPending pending -> "hold pending";
      case Command.SessionStarted(var reference, var id, var at) -> "start of " + id;
      case Command.SessionClosed(var reference, Close close) ->
          "close %d of %s: %s".formatted(close.revision(), close.sessionId(), close.total());
      case Command.SessionElsewhere elsewhere -> "session on another payment";
      case Command.Overdue overdue -> "overdue";
      case Command.Resolved(var reference, var choice, var number, var word) -> choice.name();
      case Command.RefundAsked asked ->
          "support gives %s, %s"
              .formatted(asked.wish().amount(), asked.isAlone() ? "alone" : "asks");
      case Command.RefundRuled ruled -> "goodwill %d %s".formatted(ruled.number(), ruled.state());
    };
  }
}
