package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.AttentionReason;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.Outcome;
import dev.holdfast.settlement.core.Settlement.Status;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The settlements, for those who read. */
@ApplicationScoped
public class Settlements implements PanacheRepositoryBase<SettlementRow, UUID> {

  /** What to show; null: any. */
  public record Filter(
      @Nullable Status status,
      @Nullable Outcome outcome,
      @Nullable String cpoId,
      @Nullable String sessionId,
      @Nullable AttentionReason attention,
      @Nullable Deadline due) {}

  /** The newest taps first. */
  public Uni<List<SettlementRow>> list(Filter filter, Page page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    when(conditions, parameters, "status", filter.status());
    when(conditions, parameters, "outcome", filter.outcome());
    when(conditions, parameters, "cpoId", filter.cpoId());
    when(conditions, parameters, "sessionId", filter.sessionId());
    when(conditions, parameters, "attention", filter.attention());
    when(conditions, parameters, "due", filter.due());
    String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
    return find(where + "order by reference desc", parameters).page(page).list();
  }

  private static void when(
      List<String> conditions,
      Map<String, Object> parameters,
      String column,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(column + " = :" + column);
      parameters.put(column, value);
    }
  }
}
