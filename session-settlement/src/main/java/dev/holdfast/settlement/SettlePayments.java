package dev.holdfast.settlement;

import dev.holdfast.delivery.Event;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Decision;
import dev.holdfast.settlement.core.Rules;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Version;
import dev.holdfast.settlement.core.trail.HoldStory;
import dev.holdfast.settlement.kafka.publish.SettlementRecord;
import dev.holdfast.settlement.postgres.CarriedState;
import dev.holdfast.settlement.postgres.SettlementRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins facts to the settlements that they concern, books what follows, and publishes every version
 * and every entry: all in the caller's transaction.
 */
@ApplicationScoped
public class SettlePayments {
  /** So many of the largest are half of what a record may hold. */
  static final int MOST_CONTENTS = 40;

  private final Rules rules;
  private final WriteVersions versions;
  private final BookEntries bookEntries;
  private final KeepTotals totals;
  private final Clock clock;

  SettlePayments(
      Rules rules,
      WriteVersions versions,
      BookEntries bookEntries,
      KeepTotals totals,
      Clock clock) {
    this.rules = rules;
    this.versions = versions;
    this.bookEntries = bookEntries;
    this.totals = totals;
    this.clock = clock;
  }

  /** What a record tells: a command for the rules, and the story of a hold where it has one. */
  public record ReceivedFact(Command command, @Nullable HoldStory story) {}

  /** Settles by what records tell, many payments, in their order. */
  public Uni<Void> settle(Transaction transaction, List<ReceivedFact> received) {
    var stories = new HashMap<Reference, HoldStory>();
    for (ReceivedFact fact : received) {
      if (fact.story() != null) {
        stories.merge(fact.command().reference(), fact.story(), HoldStory::with);
      }
    }
    return apply(transaction, received.stream().map(ReceivedFact::command).toList(), stories);
  }

  /** Applies commands that no record tells, many payments, in their order. */
  public Uni<Void> apply(Transaction transaction, List<Command> commands) {
    return apply(transaction, commands, Map.of());
  }

  private Uni<Void> apply(
      Transaction transaction, List<Command> commands, Map<Reference, HoldStory> stories) {
    List<Reference> references = commands.stream().map(Command::reference).distinct().toList();
    return versions
        .lock(transaction, references)
        .chain(locked -> {
          Map<Reference, Settlement> before = WriteVersions.states(locked);
          return decide(transaction, before, commands)
              .chain(decisions ->
                  write(
                      new Writing(transaction, locked, stories, clock.instant()),
                      before,
                      decisions));
        });
  }

  /** A payment whose session another one has taken is told so before it decides anything. */
  private Uni<List<Decision>> decide(
      Transaction transaction, Map<Reference, Settlement> before, List<Command> commands) {
    List<Decision> decisions = decide(before, commands);
    return versions
        .elsewhere(transaction, before, decisions)
        .map(elsewhere ->
            elsewhere.isEmpty()
                ? decisions
                : decide(before, Stream.concat(elsewhere.stream(), commands.stream()).toList()));
  }

  private List<Decision> decide(Map<Reference, Settlement> before, List<Command> commands) {
    var states = new HashMap<Reference, Settlement>(before);
    var decisions = new ArrayList<Decision>();
    for (Command command : commands) {
      rules
          .decide(states.get(command.reference()), command)
          .ifPresent(decision -> {
            mustBeFew(decision.after().session());
            states.put(command.reference(), decision.after());
            decisions.add(decision);
          });
    }
    return decisions;
  }

  /** A state is kept and said whole, so it must not grow for as long as somebody sends. */
  private static void mustBeFew(@Nullable Session session) {
    if (session != null && session.contents() > MOST_CONTENTS) {
      throw new Unacceptable(
          "revision: %d closes and starts that differ are known of this payment, and no more are kept; look at the payment, and at who sends them"
              .formatted(MOST_CONTENTS));
    }
  }

  /** What is written, and on what. */
  private record Writing(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      Map<Reference, HoldStory> stories,
      Instant now) {}

  private Uni<Void> write(
      Writing writing, Map<Reference, Settlement> before, List<Decision> decisions) {
    Transaction transaction = writing.transaction();
    List<Version> fresh =
        decisions.stream().map(decision -> new Version(decision.after(), writing.now())).toList();
    return bookEntries
        .follow(
            transaction,
            writing.locked(),
            decisions.stream().map(Decision::after).toList(),
            writing.now())
        .call(() -> versions.write(transaction, writing.locked(), fresh, writing.stories()))
        .map(booked -> events(decisions, booked, writing.now()))
        .chain(transaction::publish)
        .chain(() -> totals.follow(transaction, before, fresh));
  }

  private static List<Event> events(List<Decision> decisions, List<Event> booked, Instant now) {
    return Stream.concat(decisions.stream().map(decision -> event(decision, now)), booked.stream())
        .toList();
  }

  private static Event event(Decision decision, Instant now) {
    return SettlementRecord.event(decision, CarriedState.write(decision.after()), now);
  }
}
