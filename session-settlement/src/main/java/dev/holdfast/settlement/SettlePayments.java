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
import dev.holdfast.settlement.core.trail.TrailStep;
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
  private final KeepViews views;
  private final Clock clock;

  SettlePayments(
      Rules rules, WriteVersions versions, BookEntries bookEntries, KeepViews views, Clock clock) {
    this.rules = rules;
    this.versions = versions;
    this.bookEntries = bookEntries;
    this.views = views;
    this.clock = clock;
  }

  /** What a record tells: a command for the rules, and facts for the trail. */
  public record ReceivedFact(Command command, List<TrailStep> facts) {}

  /** Settles by what records tell, many payments, in their order. */
  public Uni<Void> settle(Transaction transaction, List<ReceivedFact> received) {
    Instant now = clock.instant();
    List<Command> commands = received.stream().map(ReceivedFact::command).toList();
    List<TrailStep> facts = received.stream().flatMap(one -> one.facts().stream()).toList();
    return views.tell(transaction, facts).chain(() -> apply(transaction, commands, now));
  }

  /** Applies commands that no record tells, many payments, in their order. */
  public Uni<Void> apply(Transaction transaction, List<Command> commands) {
    return apply(transaction, commands, clock.instant());
  }

  private Uni<Void> apply(Transaction transaction, List<Command> commands, Instant now) {
    List<Reference> references = commands.stream().map(Command::reference).distinct().toList();
    return versions
        .lock(transaction, references)
        .chain(locked -> {
          Map<Reference, Settlement> before = WriteVersions.states(locked);
          return decide(transaction, before, commands)
              .chain(decisions -> write(transaction, locked, before, decisions, now));
        })
        .chain(transaction::publish);
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

  private Uni<List<Event>> write(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      Map<Reference, Settlement> before,
      List<Decision> decisions,
      Instant now) {
    List<Version> fresh =
        decisions.stream().map(decision -> new Version(decision.after(), now)).toList();
    return bookEntries
        .follow(transaction, locked, decisions.stream().map(Decision::after).toList(), now)
        .call(() -> versions.write(transaction, locked, fresh))
        .call(() -> views.follow(transaction, before, fresh))
        .map(booked -> events(decisions, booked, now));
  }

  private static List<Event> events(List<Decision> decisions, List<Event> booked, Instant now) {
    return Stream.concat(decisions.stream().map(decision -> event(decision, now)), booked.stream())
        .toList();
  }

  private static Event event(Decision decision, Instant now) {
    return SettlementRecord.event(decision, CarriedState.write(decision.after()), now);
  }
}
