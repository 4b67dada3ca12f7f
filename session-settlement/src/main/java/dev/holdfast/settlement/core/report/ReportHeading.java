package dev.holdfast.settlement.core.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose report it is, and from when to when its lines are.
 *
 * @param coversFrom as coversTo the time of the import where no line says when
 */
public record ReportHeading(
    UUID id, String gateway, Instant importedAt, Instant coversFrom, Instant coversTo) {
  /** Whose terminals it tells of; null: Adyen moves money for those of any vendor. */
  public static @Nullable String vendor(String gateway) {
    return gateway.equals("ADYEN") ? null : gateway;
  }

  /** Where it stands in the list: the last import first. */
  public record Place(Instant importedAt, UUID id) {}

  /** Where it stands in the list. */
  public Place place() {
    return new Place(importedAt, id);
  }
}
