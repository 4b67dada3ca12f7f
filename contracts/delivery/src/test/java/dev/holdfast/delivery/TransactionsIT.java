package dev.holdfast.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Stack.class)
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class TransactionsIT {
  @Inject Transactions transactions;
  @Inject Vertx vertx;

  private final String reference = UUID.randomUUID().toString();

  @Test
  void commitsThoughTheCallerIsGone() throws Exception {
    CompletableFuture<Void> inTheMiddle = new CompletableFuture<>();
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<Cancellable> caller = new CompletableFuture<>();
    Context context = context();
    context.runOnContext(nothing ->
        caller.complete(
            transactions
                .run(transaction ->
                    insert(transaction)
                        .invoke(() -> inTheMiddle.complete(null))
                        .chain(() -> OnContext.back(Uni.createFrom().completionStage(goOn)))
                        .onTermination()
                        .invoke(() -> end.complete(null)))
                .subscribe()
                .with(done -> {})));
    inTheMiddle.get(30, TimeUnit.SECONDS);
    context.runOnContext(nothing -> caller.join().cancel());
    context.runOnContext(nothing -> goOn.complete(null));
    end.get(30, TimeUnit.SECONDS);
    assertThat(rows(context())).isEqualTo(1L);
  }

  private Context context() {
    Context context =
        requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    VertxContextSafetyToggle.setContextSafe(context, true);
    return context;
  }

  private Uni<Integer> insert(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery(
            "insert into started (reference, version, session_id) values (?1, 1, 's')")
        .setParameter(1, reference)
        .executeUpdate();
  }

  /** A lock on the table waits until who writes has committed. */
  private long rows(Context context) throws Exception {
    CompletableFuture<Long> counted = new CompletableFuture<>();
    context.runOnContext(nothing ->
        transactions
            .run(transaction ->
                transaction
                    .session()
                    .createNativeQuery("lock table started in exclusive mode")
                    .executeUpdate()
                    .chain(() ->
                        transaction
                            .session()
                            .createNativeQuery(
                                "select count(*) from started where reference = ?1", Long.class)
                            .setParameter(1, reference)
                            .getSingleResult()))
            .subscribe()
            .with(counted::complete, counted::completeExceptionally));
    return counted.get(30, TimeUnit.SECONDS);
  }
}
