package dev.holdfast.authorization.due;

import dev.holdfast.delivery.UnderWay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One look for due work: it is seen while it is under way, and a failure is only told, as what is
 * due stays due for the next look. A stopping instance does not look.
 */
@ApplicationScoped
public class Sweep {
  private static final Logger LOG = Logger.getLogger(Sweep.class);

  private final UnderWay underWay;
  private final Shutdown shutdown;

  Sweep(UnderWay underWay, Shutdown shutdown) {
    this.underWay = underWay;
    this.shutdown = shutdown;
  }

  public Uni<Void> of(String what, Supplier<Uni<Void>> look) {
    return shutdown.isAsked()
        ? Uni.createFrom().voidItem()
        : underWay
            .watch("sweep of " + what, look)
            .onFailure()
            .invoke(failure -> LOG.warnf("The sweep of %s failed: %s", what, failure))
            .onFailure()
            .recoverWithNull();
  }
}
