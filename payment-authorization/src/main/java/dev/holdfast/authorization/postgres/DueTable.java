package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Rows with work that is due, and who is at it. What is due, and until when a claim lasts, goes by
 * the database's clock: the instances' own may differ.
 */
@ApplicationScoped
public class DueTable {
  /** Locks what is due of this work and nobody else is at, the longest due first. */
  public Uni<List<AuthorizationRow>> lock(Transaction transaction, Work work, int limit) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from authorizations where due_at <= now() and work = ?1
            order by due_at limit ?2 for update skip locked
            """,
            AuthorizationRow.class)
        .setParameter(1, work.name())
        .setParameter(2, limit)
        .getResultList();
  }

  /** Locks those whose time may be over: holds, and drivers at a terminal since so long. */
  public Uni<List<AuthorizationRow>> lockLapsing(
      Transaction transaction, Duration grace, int limit) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from authorizations
            where (work = 'LAPSE' and due_at <= now())
              or (terminal_busy
                and card_deadline <= now() - cast(?1 as bigint) * interval '1 microsecond')
            order by due_at limit ?2 for update skip locked
            """,
            AuthorizationRow.class)
        .setParameter(1, micros(grace))
        .setParameter(2, limit)
        .getResultList();
  }

  /**
   * Calls that may be made now.
   *
   * @param vendor whose cloud answers
   * @param cloud the vendor's that is called here
   * @param endsWithin a hold that stands, and ends so soon, cannot wait until its cloud is up
   * @param limit how many at most
   */
  public record CallsToMake(String vendor, String cloud, Duration endsWithin, int limit) {}

  /**
   * Locks calls that are due and nobody else is at, those first whose hold ends first: they lose
   * most by waiting, and those whose hold has ended lose nothing. While the registry says that a
   * cloud is DOWN all others wait, and captures that a person has halted; where there is no hold
   * yet a driver waits, too.
   */
  public Uni<List<AuthorizationRow>> lockCalls(Transaction transaction, CallsToMake calls) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from authorizations due
            where work in ('SEND', 'LOOK_UP', 'DISARM') and due_at <= now() and vendor = ?1
              and (expires_at is null
                or (expires_at > now()
                  and expires_at <= now() + cast(?2 as bigint) * interval '1 microsecond')
                or not exists (select from vendors where cloud = ?3 and status = 'DOWN'))
              and not (work = 'SEND' and status = 'CAPTURING' and exists (
                select from halts where what = 'CAPTURES' and resumed_at is null
                  and (halts.vendor = due.vendor or halts.cpo_id = due.cpo_id)))
            order by (expires_at <= now()) is true, expires_at nulls first, due_at
            limit ?4 for update skip locked
            """,
            AuthorizationRow.class)
        .setParameter(1, calls.vendor())
        .setParameter(2, micros(calls.endsWithin()))
        .setParameter(3, calls.cloud())
        .setParameter(4, calls.limit())
        .getResultList();
  }

  /**
   * Keeps the claim on a terminal that still waits for its card.
   *
   * @return how long the driver may still take, below zero when that is over; empty when the
   *     terminal does not wait any more
   */
  public Uni<Optional<Duration>> renew(
      Transaction transaction, UUID reference, String instance, Duration lease) {
    return transaction
        .session()
        .createNativeQuery(
            """
            update authorizations
            set due_at = now() + cast(?2 as bigint) * interval '1 microsecond', claimed_by = ?3
            where reference = ?1 and status = 'AWAITING_CARD'
            returning cast(extract(epoch from card_deadline - now()) * 1000000 as bigint)
            """,
            Long.class)
        .setParameter(1, reference)
        .setParameter(2, micros(lease))
        .setParameter(3, instance)
        .getResultList()
        .map(left ->
            left.stream().findFirst().map(micros -> Duration.of(micros, ChronoUnit.MICROS)));
  }

  /** Gives back this instance's claim on a terminal: due again after the pause. */
  public Uni<Void> giveBack(
      Transaction transaction, UUID reference, String instance, Duration pause) {
    return transaction
        .session()
        .createNativeQuery(
            """
            update authorizations
            set due_at = now() + cast(?2 as bigint) * interval '1 microsecond', claimed_by = null
            where reference = ?1 and status in ('AWAITING_CARD', 'GIVING_UP') and claimed_by = ?3
            """)
        .setParameter(1, reference)
        .setParameter(2, micros(pause))
        .setParameter(3, instance)
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Lets rows be that cannot be read here, and so are left to a newer version: an instance of that
   * takes them at once, so what nobody has taken for a while is put off.
   *
   * @return the references of those that were put off
   */
  public Uni<List<UUID>> putOff(Transaction transaction, Collection<UUID> references) {
    return transaction
        .session()
        .createNativeQuery(
            """
            update authorizations set due_at = now() + interval '10 minutes'
            where reference = any(?1) and due_at < now() - interval '10 seconds'
            returning reference
            """,
            UUID.class)
        .setParameter(1, references.toArray(UUID[]::new))
        .getResultList();
  }

  private static long micros(Duration duration) {
    return TimeUnit.MICROSECONDS.convert(duration);
  }
}
