package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Vendor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which terminals are wanted; null where it does not matter.
 *
 * @param ready may they take a card, the vendor's status included?
 * @param reason one of their reasons, the vendor's status included
 * @param text what their serial or their charger's id begins with
 * @param vendorsDown the vendors whose cloud for this environment is down now
 */
public record TerminalFilter(
    @Nullable Boolean ready,
    @Nullable Reason reason,
    @Nullable String cpoId,
    @Nullable String text,
    Set<Vendor> vendorsDown) {

  private static final String ANY = "1 = 1";

  String where() {
    return Stream.of(ofReadiness(), ofReason(), ofCpo(), ofText()).collect(joining(" and "));
  }

  /** Those that {@link #where} names, no others. */
  Map<String, Object> parameters() {
    var parameters = new HashMap<String, Object>();
    if (!vendorsDown.isEmpty() && (ready != null || reason == Reason.VENDOR_DOWN)) {
      parameters.put("vendorsDown", vendorsDown);
    }
    if (reason != null && reason != Reason.VENDOR_DOWN) {
      parameters.put("reason", reason.name());
    }
    if (cpoId != null) {
      parameters.put("cpoId", cpoId);
    }
    if (text != null) {
      parameters.put("text", text.replaceAll("[!%_]", "!$0") + "%");
    }
    return parameters;
  }

  private String ofReadiness() {
    if (ready == null) {
      return ANY;
    }
    var isReady = "(ready = true and " + vendorIsUp() + ")";
    return ready ? isReady : "not " + isReady;
  }

  private String ofReason() {
    if (reason == null) {
      return ANY;
    }
    return reason == Reason.VENDOR_DOWN
        ? "not (" + vendorIsUp() + ")"
        : "array_contains(reasons, :reason)";
  }

  private String ofCpo() {
    return cpoId == null ? ANY : "cpoId = :cpoId";
  }

  private String ofText() {
    return text == null ? ANY : "(serial like :text escape '!' or chargerId like :text escape '!')";
  }

  private String vendorIsUp() {
    return vendorsDown.isEmpty() ? ANY : "vendor not in :vendorsDown";
  }
}
