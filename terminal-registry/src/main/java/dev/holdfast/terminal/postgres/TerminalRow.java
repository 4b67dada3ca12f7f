package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Dossier;
import dev.holdfast.terminal.core.Place;
import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.Standing;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A terminal, all but the vendor's facts, which have rows of their own. */
@Entity
@Table(name = "terminal")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class TerminalRow {
  @Id String serial;
  long version;

  @Column(name = "changed_at")
  Instant changedAt;

  String vendor;

  @Nullable String model;
  String country;
  String currency;

  @Column(name = "own_hold_minor_units")
  @Nullable Long ownHoldMinorUnits;

  @Column(name = "own_over_commit")
  @Nullable Boolean ownOverCommit;

  @Column(name = "cpo_id")
  @Nullable String cpoId;

  @Column(name = "charger_id")
  @Nullable String chargerId;

  @Column(name = "evse_ids")
  String[] evseIds;

  @Column(name = "bound_since")
  @Nullable Instant boundSince;

  boolean retired;
  boolean ready;
  String[] reasons;

  @Column(name = "hold_minor_units")
  @Nullable Long holdMinorUnits;

  @Column(name = "hold_currency")
  @Nullable String holdCurrency;

  @Column(name = "over_commit")
  boolean overCommit;

  @Column(name = "seen_in")
  @Nullable String seenIn;

  @Column(name = "review_at")
  @Nullable Instant reviewAt;

  /** For Hibernate. */
  TerminalRow() {}

  TerminalRow(Terminal terminal) {
    become(terminal);
  }

  final void become(Terminal terminal) {
    serial = terminal.serial();
    version = terminal.version();
    changedAt = terminal.changedAt();
    become(terminal.dossier().registration());
    become(terminal.dossier().binding());
    retired = terminal.dossier().retired();
    become(terminal.standing());
  }

  Terminal toState(VendorFacts facts) {
    return new Terminal(
        serial,
        version,
        changedAt,
        new Dossier(registration(), binding(), facts, retired),
        standing());
  }

  private String name() {
    return "terminal " + serial;
  }

  private void become(Registration registration) {
    vendor = registration.vendor().name();
    model = registration.model();
    country = registration.country();
    currency = registration.currency().getCode();
    ownHoldMinorUnits = MoneyColumns.minorUnits(registration.own().hold());
    ownOverCommit = registration.own().overCommit();
  }

  private void become(@Nullable Binding binding) {
    cpoId = binding == null ? null : binding.place().cpoId();
    chargerId = binding == null ? null : binding.place().chargerId();
    evseIds = binding == null ? new String[0] : binding.place().evseIds().toArray(String[]::new);
    boundSince = binding == null ? null : binding.since();
  }

  private void become(Standing standing) {
    ready = standing.readiness().isReady();
    reasons = standing.readiness().reasons().stream().map(Reason::name).toArray(String[]::new);
    holdMinorUnits = MoneyColumns.minorUnits(standing.hold());
    holdCurrency = MoneyColumns.currency(standing.hold());
    overCommit = standing.overCommit();
    seenIn = standing.seenIn() == null ? null : standing.seenIn().name();
    reviewAt = standing.reviewAt();
  }

  private Registration registration() {
    // A terminal's own hold is always in the currency that it takes: the rules see to it.
    Money ownHold = MoneyColumns.money(ownHoldMinorUnits, currency, name());
    return new Registration(
        Stored.constant(Vendor.class, vendor, name(), "vendor"),
        model,
        country,
        Stored.currency(currency, name()),
        new HoldTerms(ownHold, ownOverCommit));
  }

  private @Nullable Binding binding() {
    return cpoId == null || chargerId == null || boundSince == null
        ? null
        : new Binding(new Place(chargerId, List.of(evseIds), cpoId), boundSince);
  }

  private Standing standing() {
    var known =
        Arrays.stream(reasons)
            .map(reason -> Stored.constant(Reason.class, reason, name(), "reason"))
            .toList();
    return new Standing(
        Readiness.because(known),
        MoneyColumns.money(holdMinorUnits, holdCurrency, name()),
        overCommit,
        seenIn == null
            ? null
            : Stored.constant(VendorEnvironment.class, seenIn, name(), "vendor's cloud"),
        reviewAt);
  }
}
