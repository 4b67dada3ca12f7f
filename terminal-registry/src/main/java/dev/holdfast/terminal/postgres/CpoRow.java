package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
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

  Cpo toState(List<ContractRow> contracts) {
    var hold = MoneyColumns.money(holdMinorUnits, holdCurrency, "CPO " + cpoId);
    var terms = new HoldTerms(hold, overCommit);
    var agreed =
        contracts.stream()
            .collect(groupingBy(ContractRow::where, mapping(ContractRow::toState, toList())));
    return new Cpo(cpoId, version, new Cpo.Defaults(country, terms), agreed);
  }
}
