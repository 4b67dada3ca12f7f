package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Command;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Rules;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.due.Awaited;
import dev.holdfast.authorization.due.Awaited.News;
import dev.holdfast.authorization.due.Backlog;
import dev.holdfast.authorization.due.Claim;
import dev.holdfast.authorization.due.DueSettings;
import dev.holdfast.authorization.due.Leases;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.AuthorizationTable;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Changes authorizations: locks, decides, writes and publishes, in one transaction. */
@ApplicationScoped
public class Decide {
  private final AuthorizationTable authorizations;
  private final Leases leases;
  private final Rules rules;
  private final Awaited awaited;
  private final Function<Entry, Uni<Result>> together;

  Decide(
      AuthorizationTable authorizations,
      Backlog backlog,
      Leases leases,
      DueSettings settings,
      Awaited awaited) {
    this.authorizations = authorizations;
    this.leases = leases;
    this.rules = settings.rules();
    this.awaited = awaited;
    this.together = backlog.together(this::writeBatch);
  }

  /**
   * A command for one authorization.
   *
   * @param mayBeDone it may have been carried out before the database was restored: the gateway is
   *     asked before it is called
   */
  public record Order(UUID reference, Command command, boolean mayBeDone) {
    /** One that nobody has carried out. */
    public Order(UUID reference, Command command) {
      this(reference, command, false);
    }
  }

  /** An order, and whether its asker makes the call at the gateway that it may ask for. */
  private record Entry(Order order, boolean claims) {}

  /** What was decided, when, and the call to make now, if there is one and the asker claims it. */
  record Result(Decision decision, Instant at, Optional<Claim> claim) {}

  /**
   * Applies orders one after the other.
   *
   * @return one decision for each, in order; fails with {@link dev.holdfast.delivery.Unacceptable}
   *     for a reference that is not here
   */
  public Uni<List<Decision>> all(Transaction transaction, List<Order> orders) {
    return authorizations
        .lock(transaction, orders.stream().map(Order::reference).toList())
        .chain(rows -> write(transaction, rows, orders));
  }

  /** Applies one order, in one transaction with others that are asked for at the same time. */
  Uni<Decision> one(Order order) {
    return ask(new Entry(order, false)).map(Result::decision);
  }

  /** As {@link #one}, and claims the call that it may ask for: the caller must make it now. */
  Uni<Result> andClaim(Order order) {
    return ask(new Entry(order, true));
  }

  private Uni<Result> ask(Entry entry) {
    return together.apply(entry).invoke(this::tell);
  }

  /** Once committed: those who wait here for the driver's answer. */
  private void tell(Result result) {
    if (result.decision() instanceof Changed(var next, _)
        && !Summary.of(next).status().isUndecided()) {
      awaited.tell(new News(next, result.at()));
    }
  }

  Uni<List<Decision>> write(
      Transaction transaction, List<AuthorizationRow> rows, List<Order> orders) {
    return authorizations
        .now(transaction)
        .chain(now -> {
          var commands = new ApplyCommands(rows, rules, now);
          var decided = orders.stream().map(order -> apply(commands, order)).toList();
          return write(transaction, commands).replaceWith(decided);
        });
  }

  private Uni<List<Result>> writeBatch(Transaction transaction, List<Entry> entries) {
    var begun = leases.begin();
    return authorizations
        .lock(transaction, entries.stream().map(each -> each.order().reference()).toList())
        .chain(rows ->
            authorizations
                .now(transaction)
                .chain(now -> {
                  var commands = new ApplyCommands(rows, rules, now);
                  var decided =
                      entries.stream().map(each -> apply(commands, each.order())).toList();
                  var claimed = claim(commands, entries, begun, now);
                  return write(transaction, commands).replaceWith(results(decided, now, claimed));
                }));
  }

  /** Only when all is decided: a later order may ask for another call than an earlier one. */
  private List<Optional<Claim>> claim(
      ApplyCommands commands, List<Entry> entries, Instant begun, Instant now) {
    return entries.stream()
        .map(each ->
            commands
                .changed(each.order().reference())
                .filter(row -> each.claims())
                .filter(Decide::isCall)
                .filter(row -> leases.mayCall(row.vendor()))
                .map(row -> leases.claim(row, begun, now)))
        .toList();
  }

  /** A capture may be halted, which is looked at where due work is looked for. */
  private static boolean isCall(AuthorizationRow row) {
    var work = row.work().orElse(Work.LAPSE);
    return work == Work.DISARM
        || (work == Work.SEND && !(row.toState() instanceof Authorization.Capturing));
  }

  private static Decision apply(ApplyCommands commands, Order order) {
    return commands.apply(order.reference(), order.command(), order.mayBeDone());
  }

  private static List<Result> results(
      List<Decision> decided, Instant at, List<Optional<Claim>> claimed) {
    return IntStream.range(0, decided.size())
        .mapToObj(i -> new Result(decided.get(i), at, claimed.get(i)))
        .toList();
  }

  private Uni<Void> write(Transaction transaction, ApplyCommands commands) {
    return authorizations
        .update(transaction, commands.changed())
        .chain(() -> transaction.publish(commands.events()));
  }
}
