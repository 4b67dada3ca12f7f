package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Contract;
import dev.holdfast.terminal.core.Cpo;
import dev.holdfast.terminal.core.Environment;
import dev.holdfast.terminal.core.HoldTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CPO, all but its contracts, which have rows of their own. */
@Entity
@Table(name = "cpo")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class CpoRow {
  @Id
  @Column(name = "cpo_id")
  String cpoId;

  long version;
  @Nullable String country;

  @Column(name = "hold_minor_units")
  @Nullable Long holdMinorUnits;

  @Column(name = "hold_currency")
  @Nullable String holdCurrency;

  @Column(name = "over_commit")
  @Nullable Boolean overCommit;

  /** For Hibernate. */
  CpoRow() {}

  CpoRow(Cpo cpo) {
    become(cpo);
  }

  final void become(Cpo cpo) {
    cpoId = cpo.cpoId();
    version = cpo.version();
    country = cpo.defaults().country();
    holdMinorUnits = MoneyColumns.minorUnits(cpo.defaults().terms().hold());
    holdCurrency = MoneyColumns.currency(cpo.defaults().terms().hold());
    overCommit = cpo.defaults().terms().overCommit();
  }

  Cpo toState(Map<Environment, List<Contract>> contracts) {
    var terms = new HoldTerms(MoneyColumns.money(holdMinorUnits, holdCurrency), overCommit);
    return new Cpo(cpoId, version, new Cpo.Defaults(country, terms), contracts);
  }
}
