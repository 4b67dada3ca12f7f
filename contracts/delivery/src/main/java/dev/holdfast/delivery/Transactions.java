package dev.holdfast.delivery;

import dev.holdfast.doors.RequestTrace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The only way to write: state and outbox in one transaction, and the relay woken after it. */
@ApplicationScoped
public class Transactions {
  private static final int TRIES = 8;

  private final Mutiny.SessionFactory sessionFactory;
  private final AvroCodec codec;
  private final Relay relay;
  private final DatabaseSettings settings;

  Transactions(
      Mutiny.SessionFactory sessionFactory,
      AvroCodec codec,
      Relay relay,
      DatabaseSettings settings) {
    this.sessionFactory = sessionFactory;
    this.codec = codec;
    this.relay = relay;
    this.settings = settings;
  }

  /**
   * Runs the work in a new transaction and commits. The work runs again, a few times, when another
   * transaction was in the way, or the connection was lost before the commit was asked for. Must be
   * called on a Vert.x context. Goes on to its end when the caller is gone: a transaction cut off
   * in the middle would keep its connection and its locks.
   *
   * <p>Fails with {@link CommitUnknown} where the answer to the commit was lost: the work is not
   * run again then, as its caller may not be ready for its having been done.
   */
  public <R> Uni<R> run(Function<Transaction, Uni<R>> work) {
    String trace = RequestTrace.current();
    Patience patience = Patience.of(Duration.ofSeconds(settings.silenceSeconds()));
    return OnContext.each(() -> once(work, key -> trace))
        .onFailure(failure -> isWorthAnotherTry(failure, patience))
        .retry()
        .withBackOff(Duration.ofMillis(5), Duration.ofMillis(200))
        .atMost(TRIES);
  }

  private static boolean isWorthAnotherTry(Throwable failure, Patience patience) {
    return switch (Fault.of(failure)) {
      case CONFLICT -> true;
      case OUTAGE -> !(failure instanceof CommitUnknown) && !patience.isOver();
      case CONTENT, UNKNOWN -> false;
    };
  }

  /**
   * One try; {@code traceOf} gives the traceparent that a key's events go on with. It ends in time,
   * as {@link BoundedPool} closes a connection on which nothing is heard.
   */
  <R> Uni<R> once(Function<Transaction, Uni<R>> work, Function<String, @Nullable String> traceOf) {
    AtomicBoolean commits = new AtomicBoolean();
    AtomicBoolean says = new AtomicBoolean();
    return sessionFactory
        .withStatelessTransaction((session, begun) -> {
          Transaction transaction = new Transaction(session, codec, traceOf);
          return work.apply(transaction)
              .onItem()
              .invoke(() -> {
                commits.set(true);
                says.set(transaction.saysSomething());
              });
        })
        .onFailure(failure -> commits.get() && mayHaveCommitted(failure))
        .transform(CommitUnknown::new)
        .invoke(() -> wakeRelay(says.get()))
        .memoize()
        .indefinitely();
  }

  /**
   * Not for a transaction that only reads, or says nothing: each round of the relay is a commit.
   */
  private void wakeRelay(boolean somethingToSend) {
    if (somethingToSend) {
      relay.wake();
    }
  }

  /** Not where the database refused the commit in so many words. */
  private static boolean mayHaveCommitted(Throwable failure) {
    return switch (Fault.of(failure)) {
      case OUTAGE, UNKNOWN -> true;
      case CONFLICT, CONTENT -> false;
    };
  }
}
