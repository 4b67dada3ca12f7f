package dev.holdfast.delivery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what is unsent, and puts it back into the outbox. */
@ApplicationScoped
class UnsentRows implements PanacheRepositoryBase<Unsent, Long> {
  /** They go behind what waits in the outbox: readers keep the highest version of a key. */
  private static final String SEND_AGAIN =
      """
      with again as (
        update unsent set sent_again_at = clock_timestamp()
        where id = any(?1) and sent_again_at is null
        returning *)
      insert into outbox
        (topics, record_keys, event_ids, times_micros, traceparents, record_values)
      select array[topic], array[key], array[event_id], array[at_micros], array[traceparent],
        array[value]
      from again order by id
      """;

  private final Transactions transactions;

  UnsentRows(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Those behind an id; the first of them. */
  Uni<List<Unsent>> waiting(long after, int most) {
    return find("sentAgainAt is null and id > ?1 order by id", after)
        .page(Page.ofSize(most))
        .list();
  }

  Uni<Long> countWaiting() {
    return count("sentAgainAt is null");
  }

  @WithSession
  Uni<List<Long>> waitingIds() {
    return find("select id from Unsent where sentAgainAt is null").project(Long.class).list();
  }

  /** Answers how many still waited. */
  Uni<Integer> sendAgain(List<Long> ids) {
    return transactions.run(transaction ->
        transaction
            .session()
            .createNativeQuery(SEND_AGAIN)
            .setParameter(1, ids.toArray(Long[]::new))
            .executeUpdate());
  }
}
