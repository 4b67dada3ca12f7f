package dev.holdfast.authorization.postgres;

import dev.holdfast.delivery.Fault;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * Writes one batch and gives each who waits its answer. Where one of the batch can never be
 * written, each is written by itself.
 *
 * @param <T> what is asked for
 * @param <R> what becomes of it
 */
final class BatchWriter<T, R> {
  /** Nobody waits for longer: whoever asked finds out from the rows whether it was written. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final BiFunction<Transaction, List<T>, Uni<List<R>>> work;

  BatchWriter(Transactions transactions, BiFunction<Transaction, List<T>, Uni<List<R>>> work) {
    this.transactions = transactions;
    this.work = work;
  }

  /** One request, and who waits for its answer. */
  record Entry<T, R>(T asked, Context context, CompletableFuture<R> answer) {
    static <T, R> Entry<T, R> of(T asked, Context context) {
      var answer = new CompletableFuture<R>().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS);
      return new Entry<>(asked, context, answer);
    }

    /** Not to be written any more, as its asker was told that it was not. */
    boolean isOver() {
      return answer.isDone();
    }
  }

  /** Never fails: each who waits is told, or told the failure. */
  Uni<Void> write(List<Entry<T, R>> batch) {
    return commit(batch)
        .onFailure()
        .recoverWithUni(failure ->
            batch.size() > 1 && Fault.of(failure) == Fault.CONTENT
                ? each(batch)
                : refuse(batch, failure));
  }

  private Uni<Void> commit(List<Entry<T, R>> batch) {
    if (batch.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var asked = batch.stream().map(Entry::asked).toList();
    return transactions
        .run(transaction ->
            work.apply(transaction, asked).invoke(answers -> mustBe(batch.size(), answers.size())))
        .invoke(answers -> answer(batch, answers))
        .replaceWithVoid();
  }

  /** One of them can never be written: the others must not suffer from it. */
  private Uni<Void> each(List<Entry<T, R>> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(one -> write(List.of(one)))
        .collect()
        .last();
  }

  private Uni<Void> refuse(List<Entry<T, R>> batch, Throwable failure) {
    batch.forEach(one -> one.answer().completeExceptionally(failure));
    return Uni.createFrom().voidItem();
  }

  private void answer(List<Entry<T, R>> batch, List<R> answers) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(answers.get(i));
    }
  }

  private static void mustBe(int asked, int answered) {
    if (answered != asked) {
      throw new IllegalStateException("%d were asked for, %d answered".formatted(asked, answered));
    }
  }
}
