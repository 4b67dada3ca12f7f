package dev.holdfast.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A transaction whose answer is lost: before its commit, and after it was asked for. */
@QuarkusTest
@WithTestResource(WiredStack.class)
@SuppressWarnings("NullAway.Init") // the test resource fills the fields
class LostAnswersIT {
  /** More than the pool has room for. */
  private static final int MANY = 40;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject Transactions transactions;

  Map<Part, Wire> wires;

  private final String reference = UUID.randomUUID().toString();
  private final AtomicInteger tries = new AtomicInteger();

  @AfterEach
  void pass() {
    database().pass();
  }

  @Test
  void failAndGiveTheirPlacesBack() {
    database().silence();
    for (CompletableFuture<Integer> lost : many()) {
      assertThatThrownBy(lost::join).isNotNull();
    }
    database().forget();
    // What has begun to connect before is given up first.
    await().atMost(PATIENCE).until(this::answers);
    for (CompletableFuture<Integer> answered : many()) {
      assertThat(answered.join()).isEqualTo(1);
    }
  }

  @Test
  void areTriedAgainWhereTheCommitWasNotAskedFor() throws Throwable {
    int written =
        run(transaction -> {
          if (tries.incrementAndGet() == 1) {
            database().cut();
            database().pass();
          }
          return insert(transaction, reference);
        });
    assertThat(written).isEqualTo(1);
    assertThat(tries).hasValue(2);
  }

  @Test
  void areToldAsUnknownWhereTheCommitWasAskedFor() {
    assertThatThrownBy(() ->
            run(transaction -> {
              tries.incrementAndGet();
              return insert(transaction, reference).invoke(() -> database().silence());
            }))
        .isInstanceOf(CommitUnknown.class)
        .hasMessageContaining("did not say whether it has kept this");
    assertThat(tries).hasValue(1);
  }

  private Wire database() {
    return requireNonNull(wires.get(Part.DATABASE));
  }

  private List<CompletableFuture<Integer>> many() {
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(
          CompletableFuture.supplyAsync(
              () -> quietly(t -> insert(t, UUID.randomUUID().toString())),
              Thread::startVirtualThread));
    }
    return all;
  }

  private int quietly(Function<Transaction, Uni<Integer>> work) {
    try {
      return run(work);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private boolean answers() {
    return many().stream().noneMatch(one -> one.handle((rows, lost) -> lost != null).join());
  }

  /** Not for ever: what never ends is what this looks for. */
  private int run(Function<Transaction, Uni<Integer>> work) throws Throwable {
    return requireNonNull(
        VertxContextSupport.subscribeAndAwait(
            () -> transactions.run(work).ifNoItem().after(PATIENCE).failWith(AssertionError::new)));
  }

  private static Uni<Integer> insert(Transaction transaction, String key) {
    return transaction
        .session()
        .createNativeQuery(
            "insert into started (reference, version, session_id) values (?1, 1, 's')")
        .setParameter(1, key)
        .executeUpdate();
  }
}
