package dev.holdfast.settlement;

import dev.holdfast.settlement.core.report.Chargeback;
import dev.holdfast.settlement.postgres.ChargebackPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what card holders' banks took back, and until when that can be answered. */
@ApplicationScoped
public class ShowChargebacks {
  private final ChargebackPages pages;

  ShowChargebacks(ChargebackPages pages) {
    this.pages = pages;
  }

  /** At most so many behind that place, or the first ones: what is to be answered first. */
  public Uni<List<Chargeback>> list(
      Chargeback.@Nullable Place after, Chargeback.Filter filter, int most) {
    return pages.after(after, filter, most);
  }
}
