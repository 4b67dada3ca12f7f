package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.gateway.OnCallersContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits in this instance for the card of a payment intent. A callback that reaches another
 * instance wakes nobody, and need not: everyone polls.
 */
@ApplicationScoped
class Waiters {
  private final Map<String, Bell> byIntent = new ConcurrentHashMap<>();

  /** Rings for one wait; it is hung up before the intent is read, so that no news is missed. */
  static final class Bell {
    private final CompletableFuture<Boolean> rung = new CompletableFuture<>();

    /** True when it rang, false when it did not for so long. */
    Uni<Boolean> within(Duration most) {
      return OnCallersContext.goOn(
          Uni.createFrom()
              .completionStage(rung::copy)
              .ifNoItem()
              .after(most)
              .recoverWithItem(false));
    }
  }

  Bell listen(String intent) {
    var bell = new Bell();
    byIntent.put(intent, bell);
    return bell;
  }

  void leave(String intent) {
    byIntent.remove(intent);
  }

  /** There is news of this intent; false if nobody waits for it here. */
  boolean wake(String intent) {
    var bell = byIntent.get(intent);
    return bell != null && bell.rung.complete(true);
  }

  int count() {
    return byIntent.size();
  }
}
