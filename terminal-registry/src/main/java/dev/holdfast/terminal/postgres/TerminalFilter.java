package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.vendor.Vendor;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which terminals are wanted, in words that an index answers; null where it does not matter.
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

  private static final String ANY = "true";

  /** Keeps its own copy of the vendors. */
  public TerminalFilter {
    vendorsDown = Set.copyOf(vendorsDown);
  }

  String where() {
    return Stream.of(ofReadiness(), ofReason(), ofCpo(), ofText()).collect(joining(" and "));
  }

  /** Those that {@link #where} names, no others. */
  Map<String, Object> parameters() {
    var parameters = new HashMap<String, Object>();
    if (Boolean.TRUE.equals(ready)) {
      parameters.put("up", names(EnumSet.complementOf(down())));
    }
    if (Boolean.FALSE.equals(ready) || reason == Reason.VENDOR_DOWN) {
      parameters.put("down", names(down()));
    }
    if (reason != null && reason != Reason.VENDOR_DOWN) {
      parameters.put("reason", reason.name());
    }
    if (cpoId != null) {
      parameters.put("cpoId", cpoId);
    }
    if (text != null) {
      parameters.put("text", Like.beginning(text));
    }
    return parameters;
  }

  private String ofReadiness() {
    if (ready == null) {
      return ANY;
    }
    return ready ? "(ready and vendor = any(:up))" : "(not ready or vendor = any(:down))";
  }

  private String ofReason() {
    if (reason == null) {
      return ANY;
    }
    return reason == Reason.VENDOR_DOWN
        ? "vendor = any(:down)"
        : "reasons @> array[cast(:reason as varchar)]";
  }

  private String ofCpo() {
    return cpoId == null ? ANY : "cpo_id = :cpoId";
  }

  private String ofText() {
    return text == null
        ? ANY
        : "(serial like :text escape '!' or charger_id like :text escape '!')";
  }

  private EnumSet<Vendor> down() {
    var down = EnumSet.noneOf(Vendor.class);
    down.addAll(vendorsDown);
    return down;
  }

  private static String[] names(Set<Vendor> vendors) {
    return vendors.stream().map(Vendor::name).toArray(String[]::new);
  }
}
