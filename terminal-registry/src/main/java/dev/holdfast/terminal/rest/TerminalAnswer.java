package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.doors.Versioned;
import dev.holdfast.terminal.ShowTerminals.View;
import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Standing;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A terminal as it is shown: what was set, what follows from it, and what the vendor says.
 *
 * @param hold its own setting, as is overCommit; null where it leaves that to its CPO
 */
@Schema(
    examples =
        """
        {"serial": "P68260000900017", "version": 4, "changedAt": "2026-06-01T08:15:30Z",
         "vendor": "PAYTER", "model": "P68", "country": "NL", "currency": "EUR",
         "binding": {"chargerId": "CH-1", "evseIds": ["NL*HLD*E1"], "cpoId": "NL-HLD",
           "since": "2026-06-01T08:15:30Z"},
         "retired": false, "readiness": "NOT_READY", "reasons": ["NOT_ACTIVATED"],
         "effective": {"hold": {"minorUnits": 5000, "currency": "EUR"}, "overCommit": false,
           "vendorEnvironment": "TEST"},
         "vendorFacts": {
           "TEST": {"known": "SEEN", "knownAt": "2026-06-01T08:15:30Z", "online": true,
             "state": "IDLE", "activated": false, "configured": true, "currency": "EUR",
             "lastOnlineAt": "2026-06-01T08:15:30Z"},
           "PRODUCTION": {"known": "NOT_SEEN", "knownAt": "2026-06-01T08:15:30Z"}}}
        """)
record TerminalAnswer(
    String serial,
    long version,
    Instant changedAt,
    Vendor vendor,
    @Nullable String model,
    String country,
    String currency,
    @Nullable Amount hold,
    @Nullable Boolean overCommit,
    @Nullable CurrentBinding binding,
    boolean retired,
    ReadinessAnswer readiness,
    List<Reason> reasons,
    Effective effective,
    Map<VendorEnvironment, FactAnswer> vendorFacts)
    implements Versioned {
  /** Its charger, and since when. */
  record CurrentBinding(String chargerId, List<String> evseIds, String cpoId, Instant since) {
    static @Nullable CurrentBinding of(@Nullable Binding binding) {
      return binding == null
          ? null
          : new CurrentBinding(
              binding.place().chargerId(),
              binding.place().evseIds(),
              binding.place().cpoId(),
              binding.since());
    }
  }

  /** What counts after its own settings, its CPO's and its country's limit are looked at. */
  record Effective(
      @Nullable Amount hold, boolean overCommit, @Nullable VendorEnvironment vendorEnvironment) {
    static Effective of(Standing standing) {
      return new Effective(
          Amount.ofNullable(standing.hold()), standing.overCommit(), standing.seenIn());
    }
  }

  static TerminalAnswer of(View shown) {
    var terminal = shown.terminal();
    var dossier = terminal.dossier();
    var registration = dossier.registration();
    return new TerminalAnswer(
        terminal.serial(),
        terminal.version(),
        terminal.changedAt(),
        registration.vendor(),
        registration.model(),
        registration.country(),
        registration.currency().getCode(),
        Amount.ofNullable(registration.own().hold()),
        registration.own().overCommit(),
        CurrentBinding.of(dossier.binding()),
        dossier.retired(),
        ReadinessAnswer.of(shown.readiness().isReady()),
        shown.readiness().reasons(),
        Effective.of(terminal.standing()),
        new TreeMap<>(
            Map.of(
                VendorEnvironment.TEST,
                FactAnswer.of(dossier.facts().test()),
                VendorEnvironment.PRODUCTION,
                FactAnswer.of(dossier.facts().production()))));
  }
}
