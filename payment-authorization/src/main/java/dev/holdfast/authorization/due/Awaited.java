package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Authorization;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Payments that somebody waits for in this instance. Who waits sleeps until there is news, and asks
 * the database nothing meanwhile.
 */
@ApplicationScoped
public class Awaited {
  private final Map<String, Set<Wait>> waits = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private volatile boolean ending;

  Awaited(Vertx vertx) {
    this.vertx = vertx;
  }

  /** What became of a payment, and when, as its row has it. */
  public record News(Authorization state, Instant at) {}

  /** Begins to listen; what is told from now on is not missed. It must be closed. */
  public Wait listen(UUID reference) {
    var wait = new Wait(reference);
    waits.compute(
        reference.toString(),
        (_, others) -> {
          var all = others == null ? ConcurrentHashMap.<Wait>newKeySet() : others;
          all.add(wait);
          return all;
        });
    return wait;
  }

  /** This instance has written what became of a payment. */
  public void tell(News news) {
    forEach(news.state().tap().reference().toString(), wait -> wait.hear(news));
  }

  /** There may be news that is not known here: whoever waits shall look. */
  public void wake(String reference) {
    forEach(reference, Wait::wake);
  }

  /** This instance ends: whoever asks again asks another one. */
  public boolean isEnding() {
    return ending;
  }

  void atSignal(@Observes ShutdownDelayInitiatedEvent signal) {
    ending = true;
    waits.values().forEach(all -> all.forEach(Wait::wake));
  }

  private void forEach(String reference, Consumer<Wait> who) {
    waits.getOrDefault(reference, Set.of()).forEach(who);
  }

  /** One who waits; for one sleep after the other. */
  public final class Wait implements AutoCloseable {
    private final UUID reference;
    private @Nullable News news;
    private @Nullable UniEmitter<? super Void> asleep;
    private boolean woken = ending;

    private Wait(UUID reference) {
      this.reference = reference;
    }

    /** Of the payment. */
    public UUID reference() {
      return reference;
    }

    /** Ends, on any thread, when somebody wakes this one, or has done so since the last sleep. */
    public Uni<Void> sleep(Duration atMost) {
      return Uni.createFrom()
          .emitter(emitter -> {
            long alarm = vertx.setTimer(Math.max(1, atMost.toMillis()), _ -> endSleep(emitter));
            emitter.onTermination(() -> vertx.cancelTimer(alarm));
            fallAsleep(emitter);
          });
    }

    /** What was told; empty where nothing was. */
    public synchronized Optional<News> news() {
      return Optional.ofNullable(news);
    }

    private synchronized void fallAsleep(UniEmitter<? super Void> emitter) {
      if (woken) {
        woken = false;
        emitter.complete(null);
      } else {
        asleep = emitter;
      }
    }

    /** From then on who wakes this one wakes it from its next sleep. */
    private synchronized void endSleep(UniEmitter<? super Void> emitter) {
      if (Objects.equals(asleep, emitter)) {
        asleep = null;
      }
      emitter.complete(null);
    }

    private synchronized void hear(News told) {
      news = told;
      wake();
    }

    /** To look, or to end: whoever sleeps finds out which. */
    public synchronized void wake() {
      var sleeper = asleep;
      if (sleeper == null) {
        woken = true;
      } else {
        endSleep(sleeper);
      }
    }

    @Override
    public void close() {
      waits.computeIfPresent(
          reference.toString(),
          (_, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
