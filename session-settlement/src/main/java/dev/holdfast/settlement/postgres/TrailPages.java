package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.trail.TrailStep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** The trail of each payment, for those who read. */
@ApplicationScoped
public class TrailPages {
  private static final Logger LOG = Logger.getLogger(TrailPages.class);

  private final Mutiny.SessionFactory sessionFactory;

  TrailPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /**
   * The steps of a payment as they were heard of, in no order.
   *
   * @param unread how many were written by a newer version, and cannot be told of here
   */
  public record Steps(List<TrailStep.Content> told, int unread) {}

  /** All that is known of a payment's steps. */
  public Uni<Steps> of(Reference reference) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(
                "select content from settlement_step where reference = ?1", String.class)
            .setParameter(1, reference.value())
            .getResultList()
            .map(texts -> read(reference, texts)));
  }

  private static Steps read(Reference reference, List<String> texts) {
    var told = new ArrayList<TrailStep.Content>();
    for (String text : texts) {
      try {
        told.add(StateText.readStep("a step of the trail of " + reference.text(), text));
      } catch (WrittenByNewer newer) {
        LOG.debug(newer.getMessage());
      }
    }
    return new Steps(told, texts.size() - told.size());
  }
}
