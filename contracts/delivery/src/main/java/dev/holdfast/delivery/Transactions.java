package dev.holdfast.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The only way to write: state and outbox in one transaction, and the relay woken after it. */
@ApplicationScoped
public class Transactions {
  private static final int CONFLICTS = 8;

  private final Mutiny.SessionFactory sessionFactory;
  private final AvroCodec codec;
  private final Relay relay;

  Transactions(Mutiny.SessionFactory sessionFactory, AvroCodec codec, Relay relay) {
    this.sessionFactory = sessionFactory;
    this.codec = codec;
    this.relay = relay;
  }

  /**
   * Runs the work in a new transaction and commits; when another transaction was in the way the
   * work runs again, a few times. Must be called on a Vert.x context. Goes on to its end when the
   * caller is gone: a transaction cut off in the middle would keep its connection and its locks.
   */
  public <R> Uni<R> run(Function<Transaction, Uni<R>> work) {
    String trace = RequestTrace.current();
    return OnContext.each(() -> once(work, key -> trace))
        .onFailure(failure -> Fault.of(failure) == Fault.CONFLICT)
        .retry()
        .withBackOff(Duration.ofMillis(5), Duration.ofMillis(200))
        .atMost(CONFLICTS);
  }

  /** One try; {@code traceOf} gives the traceparent that a key's events go on with. */
  <R> Uni<R> once(Function<Transaction, Uni<R>> work, Function<String, @Nullable String> traceOf) {
    return sessionFactory
        .withStatelessTransaction(
            (session, transaction) -> work.apply(new Transaction(session, codec, traceOf)))
        .invoke(relay::wake)
        .memoize()
        .indefinitely();
  }
}
