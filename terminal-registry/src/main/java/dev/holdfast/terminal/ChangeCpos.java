package dev.holdfast.terminal;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.ChangeCpos.Outcome.Accepted;
import dev.holdfast.terminal.ChangeCpos.Outcome.Missing;
import dev.holdfast.terminal.ChangeCpos.Outcome.Refused;
import dev.holdfast.terminal.core.Expected;
import dev.holdfast.terminal.core.Refusal;
import dev.holdfast.terminal.core.Refusal.ContractOverlaps;
import dev.holdfast.terminal.core.Refusal.Unreadable;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.Cpo.Agreement.Agreed;
import dev.holdfast.terminal.core.cpo.Cpo.Agreement.Overlapping;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.kafka.publish.CpoEvents;
import dev.holdfast.terminal.postgres.CpoTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes a CPO and, in the same transaction and page by page, all of its terminals for which
 * something else follows.
 */
@ApplicationScoped
public class ChangeCpos {
  private final Transactions transactions;
  private final CpoTable cpos;
  private final ReconsiderTerminals reconsiderTerminals;
  private final Clock clock;

  ChangeCpos(
      Transactions transactions,
      CpoTable cpos,
      ReconsiderTerminals reconsiderTerminals,
      Clock clock) {
    this.transactions = transactions;
    this.cpos = cpos;
    this.reconsiderTerminals = reconsiderTerminals;
    this.clock = clock;
  }

  /** What became of a command to a CPO. */
  public sealed interface Outcome {
    /** It is so now, or was so already. */
    record Accepted(Cpo cpo, boolean isNew) implements Outcome {}

    /** There is no such CPO here. */
    record Missing() implements Outcome {}

    /** It cannot be. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** Makes a CPO known, or gives it other defaults. */
  public Uni<Outcome> describe(String cpoId, Cpo.Defaults defaults, Expected expected) {
    return change(
        cpoId,
        expected,
        before ->
            before
                .map(cpo -> new Accepted(cpo.with(defaults), false))
                .orElseGet(() -> new Accepted(Cpo.named(cpoId, defaults), true)));
  }

  /** Agrees a contract, or replaces the one that starts at the same instant. */
  public Uni<Outcome> agree(
      String cpoId, Environment environment, Contract contract, Expected expected) {
    return change(
        cpoId,
        expected,
        before ->
            before
                .map(cpo ->
                    switch (cpo.agree(environment, contract)) {
                      case Agreed agreed -> new Accepted(agreed.cpo(), false);
                      case Overlapping overlapping ->
                          new Refused(new ContractOverlaps(overlapping.other()));
                    })
                .orElseGet(Missing::new));
  }

  /** Takes a contract back that starts at that instant, as if it had never been agreed. */
  public Uni<Outcome> revoke(
      String cpoId, Environment environment, Instant validFrom, Expected expected) {
    return change(
        cpoId,
        expected,
        before ->
            before
                .<Outcome>map(cpo -> new Accepted(cpo.revoke(environment, validFrom), false))
                .orElseGet(Missing::new));
  }

  private Uni<Outcome> change(
      String cpoId, Expected expected, Function<Optional<Cpo>, Outcome> decide) {
    return transactions.run(transaction ->
        cpos.lock(transaction, cpoId)
            .chain(found -> {
              var why = found.whyLeft(cpoId);
              return why == null
                  ? keep(transaction, found.one(), decided(found.one(), expected, decide))
                  : Uni.createFrom().item(new Refused(new Unreadable(why)));
            }));
  }

  private static Outcome decided(
      Optional<Cpo> before, Expected expected, Function<Optional<Cpo>, Outcome> decide) {
    long version = before.map(Cpo::version).orElse(0L);
    return expected
        .refusal(version)
        .<Outcome>map(Refused::new)
        .orElseGet(() -> decide.apply(before));
  }

  private Uni<Outcome> keep(Transaction transaction, Optional<Cpo> before, Outcome outcome) {
    Uni<Void> kept =
        switch (outcome) {
          case Accepted(var cpo, var isNew) when isNew ->
              cpos.insert(transaction, cpo).chain(() -> say(transaction, cpo));
          case Accepted(var cpo, _) when !before.equals(Optional.of(cpo)) ->
              replace(transaction, cpo);
          case Accepted _, Missing _, Refused _ -> Uni.createFrom().voidItem();
        };
    return kept.replaceWith(outcome);
  }

  private Uni<Void> replace(Transaction transaction, Cpo after) {
    return cpos.update(transaction, after)
        .chain(() -> say(transaction, after))
        .chain(() -> reconsiderTerminals.of(transaction, after));
  }

  private Uni<Void> say(Transaction transaction, Cpo cpo) {
    var now = clock.instant();
    return transaction.publish(List.of(CpoEvents.of(cpo, now)));
  }
}
