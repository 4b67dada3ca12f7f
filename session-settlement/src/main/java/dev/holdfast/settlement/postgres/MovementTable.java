package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.report.Movement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Money that the gateway says it moved, for when its own report comes. */
@ApplicationScoped
public class MovementTable {
  private static final String WRITE =
      """
      insert into movement (reference, attempt, kind, gateway, gateway_reference, cpo_id, currency,
        minor_units, moved_at)
      select reference, attempt, kind, gateway, gateway_reference, cpo_id, currency, minor_units,
        to_timestamp(0) + at_micros * interval '1 microsecond'
      from unnest(cast(?1 as uuid[]), cast(?2 as bigint[]), cast(?3 as text[]), cast(?4 as text[]),
          cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as bigint[]),
          cast(?9 as bigint[]))
        as told(reference, attempt, kind, gateway, gateway_reference, cpo_id, currency, minor_units,
          at_micros)
      on conflict (reference, attempt) do update
      set gateway = excluded.gateway, gateway_reference = excluded.gateway_reference,
        minor_units = excluded.minor_units
      where (movement.gateway, movement.gateway_reference, movement.minor_units)
        is distinct from (excluded.gateway, excluded.gateway_reference, excluded.minor_units)
      """;

  /** Writes what moved by the last state of each payment: one statement. */
  public Uni<Void> write(Transaction transaction, Stream<Settlement> states) {
    var moved = new LinkedHashMap<Movement.Id, Movement>();
    states.forEach(state -> {
      Hold hold = state.hold();
      if (hold != null) {
        Movement.of(state.reference(), hold).forEach(one -> moved.put(one.id(), one));
      }
    });
    return moved.isEmpty() ? Uni.createFrom().voidItem() : write(transaction, moved.values());
  }

  private static Uni<Void> write(Transaction transaction, Collection<Movement> all) {
    return transaction
        .session()
        .createNativeQuery(WRITE)
        .setParameter(1, all.stream().map(one -> one.id().reference().value()).toArray(UUID[]::new))
        .setParameter(2, numbers(all, one -> (long) one.id().attempt()))
        .setParameter(3, texts(all, one -> one.kind().name()))
        .setParameter(4, texts(all, one -> one.trace().gateway()))
        .setParameter(5, texts(all, one -> one.trace().gatewayReference()))
        .setParameter(6, texts(all, Movement::cpoId))
        .setParameter(7, texts(all, one -> one.amount().getCurrencyUnit().getCode()))
        .setParameter(8, numbers(all, one -> one.amount().getAmountMinorLong()))
        .setParameter(9, numbers(all, one -> micros(one.trace().at())))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static String[] texts(Collection<Movement> all, Function<Movement, @Nullable String> of) {
    return all.stream().map(of).toArray(String[]::new);
  }

  private static Long[] numbers(Collection<Movement> all, Function<Movement, Long> of) {
    return all.stream().map(of).toArray(Long[]::new);
  }
}
