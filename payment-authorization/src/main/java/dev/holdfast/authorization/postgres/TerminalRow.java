package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.admission.Terminal;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What terminal-registry last said of a terminal. */
@Entity
@Table(name = "terminals")
public class TerminalRow {
  @Id private String serial;
  private long version;
  private String vendor;
  private @Nullable String cpoId;

  @Convert(converter = JsonText.Words.class)
  private List<String> evseIds;

  private String currency;
  private boolean ready;

  @Convert(converter = JsonText.Words.class)
  private List<String> reasons;

  private @Nullable Long holdMinorUnits;
  private boolean overCommit;

  /** For Hibernate, which fills every field afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected TerminalRow() {}

  TerminalRow(Terminal terminal) {
    var hold = terminal.holdAmount();
    serial = terminal.serial();
    version = terminal.version();
    vendor = terminal.vendor();
    cpoId = terminal.cpoId();
    evseIds = terminal.evseIds();
    currency = terminal.currency().getCode();
    ready = terminal.ready();
    reasons = terminal.reasons();
    holdMinorUnits = hold == null ? null : hold.getAmountMinorLong();
    overCommit = terminal.overCommit();
  }

  String serial() {
    return serial;
  }

  long version() {
    return version;
  }

  Terminal toTerminal() {
    var unit = CurrencyUnit.of(currency);
    return new Terminal(
        serial,
        version,
        vendor,
        cpoId,
        evseIds,
        unit,
        ready,
        reasons,
        holdMinorUnits == null ? null : Money.ofMinor(unit, holdMinorUnits),
        overCommit);
  }
}
