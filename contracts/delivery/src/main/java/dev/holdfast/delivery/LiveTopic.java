package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What is said on a topic from now on, for those who watch. Each instance reads the whole topic, so
 * a watcher sees every change, whichever instance has made it.
 *
 * @param <T> the topic's record
 */
public final class LiveTopic<T extends SpecificRecord> {
  /** A watcher who is so far behind is cut off, and reads the list when it comes again. */
  private static final int FARTHEST_BEHIND = 10_000;

  /** Proxies and browsers close what is silent for longer. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  private final Inbox inbox;
  private final Topic topic;
  private final Class<T> type;
  private final BroadcastProcessor<T> said = BroadcastProcessor.create();

  /** Of a topic and its record. */
  public LiveTopic(Inbox inbox, Topic topic, Class<T> type) {
    this.inbox = inbox;
    this.topic = topic;
    this.type = type;
  }

  /** Tells all who watch; a watcher can neither hold this up nor make it fail. */
  public Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox
        .show(topic, poll)
        .invoke(records -> records.forEach(record -> said.onNext(type.cast(record))))
        .replaceWithVoid();
  }

  /** Changes from now on, of one key in their order. */
  public Multi<T> changes() {
    return said.onOverflow().buffer(FARTHEST_BEHIND);
  }

  /** Ends every stream, now and from now on; who watched comes again, to an instance that stays. */
  public void end() {
    said.onComplete();
  }

  /**
   * These changes as server-sent events, with a comment every 15 s where nothing is said, until the
   * changes end.
   */
  public static <T> Multi<OutboundSseEvent> events(
      Sse sse, Multi<T> changes, Function<T, OutboundSseEvent> event) {
    var life = sse.newEventBuilder().comment("still here").build();
    var signsOfLife = Multi.createFrom().ticks().every(SIGN_OF_LIFE).onOverflow().drop();
    var end = sse.newEventBuilder().comment("the end").build();
    var events = changes.map(event).onCompletion().continueWith(end);
    // Signs of life never end by themselves.
    return Multi.createBy()
        .merging()
        .streams(signsOfLife.map(tick -> life), events)
        .select()
        .first(one -> !one.equals(end));
  }
}
