package dev.holdfast.delivery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what is parked. */
@ApplicationScoped
class ParkedRows implements PanacheRepositoryBase<ParkedRow, Long> {
  Uni<List<ParkedRow>> waiting(Page page) {
    return find("replayedAt is null order by id").page(page).list();
  }
}
