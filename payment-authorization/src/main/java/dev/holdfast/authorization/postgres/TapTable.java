package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.core.admission.VendorStatus;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tap is judged by, apart from the terminal itself: read at once, as a driver waits. */
@ApplicationScoped
public class TapTable {
  private static final String AROUND =
      """
      select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint),
        (select cast(reference as text) from authorizations where idempotency_key = cast(?2 as text)),
        exists (select from authorizations where terminal_serial = ?1 and terminal_busy),
        (select status from vendors where cloud = terminals.vendor || cast(?3 as text)),
        cast(halts.id as text), halts.what, halts.vendor, halts.cpo_id, halts.halted_by,
        halts.reason, cast(extract(epoch from halts.since) * 1000000 as bigint)
      from (select 1) as tap
      left join terminals on serial = ?1
      left join lateral (
        select * from halts
        where resumed_at is null and what = 'TAPS'
          and (halts.vendor = terminals.vendor or halts.cpo_id = terminals.cpo_id)
        limit 1) as halts on true
      """;

  private static final int HALT = 4;

  /**
   * What is so at this moment.
   *
   * @param now by the database's clock
   * @param earlier what a request with this key has made
   * @param busy does a driver stand at the terminal?
   * @param vendor how the vendor's cloud is doing that pairs with this environment, as the registry
   *     says; UNKNOWN where it has not told of it
   * @param halt where a person lets no taps in
   */
  public record Around(
      Instant now, Optional<UUID> earlier, boolean busy, VendorStatus vendor, Optional<Halt> halt) {
    private static Around of(Object[] row) {
      return new Around(
          Instant.EPOCH.plus(((Number) row[0]).longValue(), ChronoUnit.MICROS),
          Optional.ofNullable((String) row[1]).map(UUID::fromString),
          (Boolean) row[2],
          known((String) row[3]),
          row[HALT] == null
              ? Optional.empty()
              : Optional.of(HaltTable.halt(Arrays.copyOfRange(row, HALT, row.length))));
    }

    /** What this version does not know, too, stops nobody. */
    private static VendorStatus known(@Nullable String status) {
      return Arrays.stream(VendorStatus.values())
          .filter(known -> known.name().equals(status))
          .findAny()
          .orElse(VendorStatus.UNKNOWN);
    }
  }

  /** What is so around a terminal, and of a request with this key. */
  public Uni<Around> around(
      Transaction transaction, String serial, @Nullable RequestKey key, Environment environment) {
    return transaction
        .session()
        .createNativeQuery(AROUND, Object[].class)
        .setParameter(1, serial)
        .setParameter(2, key == null ? "" : key.key())
        .setParameter(3, environment.cloudOf(""))
        .getSingleResult()
        .map(Around::of);
  }
}
