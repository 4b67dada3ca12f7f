package dev.holdfast.delivery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what is parked. */
@ApplicationScoped
class ParkedRows implements PanacheRepositoryBase<ParkedRow, Long> {
  /** Those behind an id; the first of them. */
  Uni<List<ParkedRow>> waiting(long after, int most) {
    return find("replayedAt is null and id > ?1 order by id", after).page(Page.ofSize(most)).list();
  }

  Uni<Long> countWaiting() {
    return count("replayedAt is null");
  }

  /** Those behind an id that a newer version can handle; the first of them. */
  @WithSession
  Uni<List<ParkedRow>> waitingForNewer(long after, int most) {
    return find("replayedAt is null and waitsForNewer and id > ?1 order by id", after)
        .page(Page.ofSize(most))
        .list();
  }
}
