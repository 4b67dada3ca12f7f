package dev.holdfast.settlement.postgres;

import static java.util.Comparator.comparing;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.trail.TrailStep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The trail of each payment, one row a step. */
@ApplicationScoped
public class TrailTable {
  private static final String UPSERT =
      """
      insert into settlement_step (reference, fact, version, at, content)
      select reference, fact, version,
             timestamptz 'epoch' + at_micros * interval '1 microsecond', content
      from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(?3 as bigint[]),
                  cast(?4 as bigint[]), cast(?5 as text[]))
           with ordinality as told(reference, fact, version, at_micros, content, position)
      order by position
      on conflict (reference, fact) do update
      set version = excluded.version, at = excluded.at, content = excluded.content
      where settlement_step.version < excluded.version
      """;

  /** Rows are locked in one order by all writers; of one fact the first of the newest stands. */
  private static final Comparator<TrailStep.Name> ONE_ORDER =
      comparing((TrailStep.Name name) -> name.reference().text())
          .thenComparing(TrailStep.Name::fact);

  /** Adds the steps of many payments with one statement; a step that is known stays as it is. */
  public Uni<Void> tell(Transaction transaction, List<TrailStep> steps) {
    if (steps.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var byFact = new TreeMap<TrailStep.Name, TrailStep>(ONE_ORDER);
    steps.forEach(step -> byFact.merge(step.name(), step, TrailTable::newer));
    Collection<TrailStep> told = byFact.values();
    return transaction
        .session()
        .createNativeQuery(UPSERT)
        .setParameter(1, told.stream().map(s -> s.name().reference().value()).toArray(UUID[]::new))
        .setParameter(2, texts(told, step -> step.name().fact()))
        .setParameter(3, numbers(told, step -> step.name().version()))
        .setParameter(4, numbers(told, step -> micros(step.content().at())))
        .setParameter(5, texts(told, step -> StateText.write(step.content())))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static TrailStep newer(TrailStep first, TrailStep second) {
    return second.name().version() > first.name().version() ? second : first;
  }

  private static String[] texts(Collection<TrailStep> steps, Function<TrailStep, String> text) {
    return steps.stream().map(text).toArray(String[]::new);
  }

  private static Long[] numbers(Collection<TrailStep> steps, Function<TrailStep, Long> number) {
    return steps.stream().map(number).toArray(Long[]::new);
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
