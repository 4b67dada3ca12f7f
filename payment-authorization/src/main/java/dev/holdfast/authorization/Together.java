package dev.holdfast.authorization;

import dev.holdfast.delivery.Fault;
import dev.holdfast.delivery.OnContext;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.delivery.UnderWay;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Writes in one transaction what is asked for at the same time: while one is committed, those who
 * come meanwhile gather for the next. Who is alone waits for nobody. What is asked for must be
 * independent of each other, or be applied one after the other by the work.
 *
 * @param <T> what is asked for
 * @param <R> what becomes of it
 */
final class Together<T, R> {
  private static final Logger LOG = Logger.getLogger(Together.class);

  /** Nobody waits for longer: whoever asked finds out from the rows whether it was written. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final UnderWay underWay;
  private final int most;
  private final BiFunction<Transaction, List<T>, Uni<List<R>>> work;
  private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean writing = new AtomicBoolean();

  private record Waiting<T, R>(T asked, Context context, CompletableFuture<R> answer) {
    static <T, R> Waiting<T, R> of(T asked, Context context) {
      var answer = new CompletableFuture<R>().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS);
      return new Waiting<>(asked, context, answer);
    }

    /** Not to be written any more, as its asker was told that it was not. */
    boolean isOver() {
      return answer.isDone();
    }
  }

  /**
   * Does the work in batches.
   *
   * @param most that are written in one transaction; 1 for a transaction each, side by side
   * @param work gives one answer for each that was asked for, in their order
   */
  Together(
      Transactions transactions,
      UnderWay underWay,
      int most,
      BiFunction<Transaction, List<T>, Uni<List<R>>> work) {
    this.transactions = transactions;
    this.underWay = underWay;
    this.most = most;
    this.work = work;
  }

  /**
   * What became of it, once committed; on the caller's Vert.x context. Fails as the work fails for
   * it alone: what others asked for does not count.
   */
  Uni<R> ask(T asked) {
    return most == 1 ? alone(asked) : together(asked);
  }

  private Uni<R> alone(T asked) {
    return transactions
        .run(transaction -> work.apply(transaction, List.of(asked)))
        .map(List::getFirst);
  }

  private Uni<R> together(T asked) {
    var context = callersContext();
    return OnContext.back(
        Uni.createFrom()
            .completionStage(() -> {
              var waiting = Waiting.<T, R>of(asked, context);
              queue.add(waiting);
              writeNext();
              return waiting.answer();
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
    List<Waiting<T, R>> batch = new ArrayList<>();
    for (var next = queue.poll(); next != null; next = batch.size() < most ? queue.poll() : null) {
      if (!next.isOver()) {
        batch.add(next);
      }
    }
    // Who began it may be gone, so nobody else can wait for the end of a batch.
    underWay
        .watch("batch of decisions", () -> write(batch))
        .onTermination()
        .invoke(() -> {
          writing.set(false);
          writeNext();
        })
        .subscribe()
        .with(written -> {}, failure -> LOG.error("A batch ended without a result", failure));
  }

  private Uni<Void> write(List<Waiting<T, R>> batch) {
    return commit(batch)
        .onFailure()
        .recoverWithUni(failure ->
            batch.size() > 1 && Fault.of(failure) == Fault.CONTENT
                ? each(batch)
                : refuse(batch, failure));
  }

  private Uni<Void> commit(List<Waiting<T, R>> batch) {
    if (batch.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var asked = batch.stream().map(Waiting::asked).toList();
    return transactions
        .run(transaction ->
            work.apply(transaction, asked).invoke(answers -> mustBe(batch.size(), answers.size())))
        .invoke(answers -> answer(batch, answers))
        .replaceWithVoid();
  }

  /** One of them can never be written: the others must not suffer from it. */
  private Uni<Void> each(List<Waiting<T, R>> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(one -> write(List.of(one)))
        .collect()
        .last();
  }

  private Uni<Void> refuse(List<Waiting<T, R>> batch, Throwable failure) {
    batch.forEach(one -> one.answer().completeExceptionally(failure));
    return Uni.createFrom().voidItem();
  }

  private void answer(List<Waiting<T, R>> batch, List<R> answers) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(answers.get(i));
    }
  }

  private static void mustBe(int asked, int answered) {
    if (answered != asked) {
      throw new IllegalStateException("%d were asked for, %d answered".formatted(asked, answered));
    }
  }

  private static Context callersContext() {
    var context = Vertx.currentContext();
    if (context == null) {
      throw new IllegalStateException("This must be called on a Vert.x context");
    }
    return context;
  }
}
