package dev.holdfast.authorization.due;

import dev.holdfast.authorization.gateway.GatewaySettings;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asked to end, this instance takes no more work, answers whoever waits, and gives its terminals
 * back, so that another goes on with them at once. Calls that are under way end first.
 */
@ApplicationScoped
public class Shutdown {
  private static final Logger LOG = Logger.getLogger(Shutdown.class);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** For what is written after the last call has ended. */
  private static final Duration WRITING = Duration.ofSeconds(5);

  private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();
  private final Lanes lanes;
  private final Duration patience;
  private final Clock clock;
  private volatile boolean asked;

  Shutdown(Lanes lanes, GatewaySettings gateways, Clock clock) {
    this.lanes = lanes;
    this.patience = gateways.timeout().multipliedBy(2).plus(WRITING);
    this.clock = clock;
  }

  public boolean isAsked() {
    return asked;
  }

  /** Ends when this instance is asked to end, on any thread. */
  public Uni<Void> whenAsked() {
    return Uni.createFrom()
        .emitter(emitter -> {
          waiting.add(emitter);
          emitter.onTermination(() -> waiting.remove(emitter));
          if (asked) {
            emitter.complete(null);
          }
        });
  }

  void atSignal(@Observes ShutdownDelayInitiatedEvent signal) {
    asked = true;
    waiting.forEach(emitter -> emitter.complete(null));
  }

  /** Before delivery drains: what the last answers have to say is sent, too. */
  void atEnd(@Observes @Priority(0) ShutdownEvent end) throws InterruptedException {
    asked = true;
    var deadline = clock.instant().plus(patience);
    while (!lanes.areEmpty() && clock.instant().isBefore(deadline)) {
      Thread.sleep(PAUSE);
    }
    if (!lanes.areEmpty()) {
      LOG.warn("Calls are still under way: another instance asks what became of them");
    }
  }
}
