package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.AloneAct;
import dev.holdfast.settlement.core.payment.ApprovalLimits;
import dev.holdfast.settlement.postgres.AloneTable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Says whether one person is enough; many small acts are no way round a second one. */
@ApplicationScoped
class ActAlone {
  private final AloneTable acts;
  private final ApprovalLimits ofRefunds;
  private final ApprovalLimits ofEntries;

  ActAlone(AloneTable acts, RefundSettings refunds, EntrySettings entries) {
    this.acts = acts;
    this.ofRefunds = refunds.limits();
    this.ofEntries = entries.limits();
  }

  /** Up to which amount a second person is not needed. */
  interface Settings {
    /** In minor units, by currency; of one that is not named, one person may do nothing. */
    Map<String, Long> aloneUpTo();

    /** How long all that a person does alone for a CPO counts together. */
    @WithDefault("24h")
    Duration aloneWithin();

    /** As the rules ask for them. */
    default ApprovalLimits limits() {
      return new ApprovalLimits(aloneUpTo(), aloneWithin());
    }
  }

  /** Of what support gives back. */
  @ConfigMapping(prefix = "holdfast.goodwill")
  interface RefundSettings extends Settings {}

  /** Of what is booked by hand: the debits of an entry. */
  @ConfigMapping(prefix = "holdfast.manual-entries")
  interface EntrySettings extends Settings {}

  /** May the person do it alone? Then it counts from now on. */
  Uni<Boolean> may(Transaction transaction, AloneAct act) {
    ApprovalLimits limits =
        switch (act.kind()) {
          case REFUND -> ofRefunds;
          case MANUAL_ENTRY -> ofEntries;
        };
    return acts.others(transaction, act, act.word().at().minus(limits.within()))
        .chain(before ->
            limits.allow(act.amounts(), before)
                ? acts.add(transaction, act).replaceWith(true)
                : Uni.createFrom().item(false));
  }
}
