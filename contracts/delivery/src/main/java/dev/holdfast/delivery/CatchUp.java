package dev.holdfast.delivery;

import dev.holdfast.delivery.ReadBack.Found;
import dev.holdfast.delivery.Restorations.Open;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * At start, before anything is taken, done or written: is the database as new as the topics? One
 * that was restored from a backup is not. Then what the service itself said since is taken over
 * from its own topics, so that no version is used twice, and what it heard since is read again.
 */
@ApplicationScoped
class CatchUp {
  private static final Logger LOG = Logger.getLogger(CatchUp.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ReadBack readBack;
  private final ReadUpTo readUpTo;
  private final ReadAgain readAgain;
  private final Restorations restorations;
  private final Transactions transactions;

  CatchUp(
      ReadBack readBack,
      ReadUpTo readUpTo,
      ReadAgain readAgain,
      Restorations restorations,
      Transactions transactions) {
    this.readBack = readBack;
    this.readUpTo = readUpTo;
    this.readAgain = readAgain;
    this.restorations = restorations;
    this.transactions = transactions;
  }

  /** After the schemas were found, and before the scheduler, the relay, channels and doors. */
  void atStart(@Observes @Priority(-10) StartupEvent start, DeliverySettings settings)
      throws Throwable {
    while (settings.catchUp()) {
      try {
        lookAndCatchUp();
        return;
      } catch (RetriableException | ProcessingException | ExecutionException away) {
        Throwable cause = away instanceof ExecutionException ? away.getCause() : away;
        if (!(cause instanceof RetriableException || cause instanceof ProcessingException)) {
          throw away;
        }
        LOG.warnf(
            "Kafka or the schema registry does not answer, so nobody knows what was said last:"
                + " waiting: %s",
            cause);
        Thread.sleep(PAUSE);
      }
    }
  }

  private void lookAndCatchUp() throws Throwable {
    // In this order: the database is never behind what the broker believes, unless it was restored.
    Map<TopicPartition, Long> believed = readAgain.believed();
    Map<TopicPartition, Long> read = await(readUpTo::all);
    Set<TopicPartition> beyond = ReadAgain.beyond(believed, read);
    Optional<Open> open = await(restorations::find);
    Found found = readBack.find();
    if (open.isPresent()) {
      catchUp(open.get(), beyond, read);
    } else if (found.isBehind() || !beyond.isEmpty()) {
      Open begun = await(transaction -> restorations.begin(transaction, found.starts()));
      catchUp(begun, beyond, read);
    }
  }

  private void catchUp(Open open, Set<TopicPartition> beyond, Map<TopicPartition, Long> read)
      throws Throwable {
    LOG.warnf("The database is older than its topics, as if restored from a backup: catching up");
    readAgain.from(beyond, read);
    int takenOver = readBack.from(open);
    await(transaction -> restorations.end(transaction, open).replaceWith(open));
    LOG.warnf(
        "Caught up: %d records of our own taken over, and reading again from where the database"
            + " stood in %s",
        takenOver, beyond);
  }

  private <R> R await(Function<Transaction, Uni<R>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> transactions.run(work));
  }
}
