package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.postgres.BatchWriter.Entry;
import dev.holdfast.delivery.OnContext;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.delivery.UnderWay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Writes in one transaction what is asked for at the same time: while one batch is being committed,
 * later requests queue for the next. A lone request is written at once. The requests of a batch
 * must be independent of each other, or be applied one after the other by the work.
 *
 * @param <T> what is asked for
 * @param <R> what becomes of it
 */
public final class BatchedWrites<T, R> {
  private static final Logger LOG = Logger.getLogger(BatchedWrites.class);

  private final Transactions transactions;
  private final UnderWay underWay;
  private final int most;
  private final BiFunction<Transaction, List<T>, Uni<List<R>>> work;
  private final BatchWriter<T, R> writer;
  private final Queue<Entry<T, R>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean writing = new AtomicBoolean();

  /**
   * Does the work in batches.
   *
   * @param most that are written in one transaction; 1 for a transaction each, side by side
   * @param work gives one answer for each that was asked for, in their order
   */
  public BatchedWrites(
      Transactions transactions,
      UnderWay underWay,
      int most,
      BiFunction<Transaction, List<T>, Uni<List<R>>> work) {
    this.transactions = transactions;
    this.underWay = underWay;
    this.most = most;
    this.work = work;
    this.writer = new BatchWriter<>(transactions, work);
  }

  /**
   * What became of it, once committed; on the caller's Vert.x context. Fails as the work fails for
   * it alone: what others asked for does not count.
   */
  public Uni<R> ask(T asked) {
    return most == 1 ? alone(asked) : batched(asked);
  }

  private Uni<R> alone(T asked) {
    return transactions
        .run(transaction -> work.apply(transaction, List.of(asked)))
        .map(List::getFirst);
  }

  private Uni<R> batched(T asked) {
    var context = callersContext();
    return OnContext.back(
        Uni.createFrom()
            .completionStage(() -> {
              var entry = Entry.<T, R>of(asked, context);
              queue.add(entry);
              writeNext();
              return entry.answer();
            }));
  }

  /** The first who waits lends its context, as it has nothing else to do there. */
  private void writeNext() {
    while (!queue.isEmpty() && writing.compareAndSet(false, true)) {
      var first = queue.peek();
      if (first != null) {
        first.context().runOnContext(nothing -> writeBatch());
        return;
      }
      writing.set(false);
    }
  }

  private void writeBatch() {
    var batch = new ArrayList<Entry<T, R>>();
    for (var next = queue.poll(); next != null; next = batch.size() < most ? queue.poll() : null) {
      if (!next.isOver()) {
        batch.add(next);
      }
    }
    // Who began it may be gone, so nobody else can wait for the end of a batch.
    underWay
        .watch("batch of decisions", () -> writer.write(batch))
        .onTermination()
        .invoke(() -> {
          writing.set(false);
          writeNext();
        })
        .subscribe()
        .with(written -> {}, failure -> LOG.error("A batch ended without a result", failure));
  }

  private static Context callersContext() {
    var context = Vertx.currentContext();
    if (context == null) {
      throw new IllegalStateException("This must be called on a Vert.x context");
    }
    return context;
  }
}
