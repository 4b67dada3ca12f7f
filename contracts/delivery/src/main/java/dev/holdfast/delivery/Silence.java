package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Up to when the silence of a topic is a fact: all that it held at that moment has been applied to
 * the database, by whichever instance. Until then, what has not come may only not have been read.
 *
 * <p>The broker is asked where the topic ends; once the database says that it was read up to there,
 * nothing said before that question can be missing.
 */
@ApplicationScoped
public class Silence {
  private static final Logger LOG = Logger.getLogger(Silence.class);

  private final TopicEnds topicEnds;
  private final ReadUpTo readUpTo;
  private final Transactions transactions;
  private final Clock clock;

  /** Not reached yet. */
  private final Map<Topic, Mark> marks = new ConcurrentHashMap<>();

  private final Map<Topic, Instant> known = new ConcurrentHashMap<>();

  Silence(TopicEnds topicEnds, ReadUpTo readUpTo, Transactions transactions, Clock clock) {
    this.topicEnds = topicEnds;
    this.readUpTo = readUpTo;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Where the partitions of a topic ended at a moment. */
  private record Mark(Instant at, Map<TopicPartition, Long> ends) {}

  /**
   * Looks up to when the topic's silence is known now; 1970 where nothing is known of it. For one
   * caller at a time, on a Vert.x context.
   */
  public Uni<Instant> knownUpTo(Topic topic) {
    return blocking(() -> marks.computeIfAbsent(topic, this::mark))
        .chain(mark ->
            transactions
                .run(readUpTo::all)
                .chain(read -> blocking(() -> isReached(mark, read)))
                .invoke(reached -> take(topic, mark, reached)))
        .replaceWith(() -> soFar(topic))
        .onFailure()
        .invoke(away -> LOG.warnf("Nobody knows how far %s goes: %s", topic.topicName(), away))
        .onFailure()
        .recoverWithItem(() -> soFar(topic));
  }

  /** The question is older than its answer: what is said in between is no silence before it. */
  private Mark mark(Topic topic) {
    Instant before = clock.instant();
    return new Mark(before, topicEnds.of(topic));
  }

  private void take(Topic topic, Mark mark, boolean reached) {
    if (reached) {
      known.put(topic, mark.at());
      marks.remove(topic);
    }
  }

  private Instant soFar(Topic topic) {
    return known.getOrDefault(topic, Instant.EPOCH);
  }

  private boolean isReached(Mark mark, Map<TopicPartition, Long> read) {
    return mark.ends().entrySet().stream()
        .allMatch(end -> isRead(end.getKey(), read.getOrDefault(end.getKey(), 0L), end.getValue()));
  }

  /** Also where nothing that anybody can read lies before the end. */
  private boolean isRead(TopicPartition place, long read, long end) {
    return read >= end || !topicEnds.hasRecords(place, read, end);
  }

  private static <R> Uni<R> blocking(Supplier<R> work) {
    return OnContext.back(
        Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
  }
}
